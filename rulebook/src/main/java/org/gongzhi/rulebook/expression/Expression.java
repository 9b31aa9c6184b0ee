package org.gongzhi.rulebook.expression;

import java.util.List;
import org.gongzhi.exact.Fraction;
import org.gongzhi.exact.Place;

/** A requirement or a part of one (表达式). */
public sealed interface Expression {
    /** Where it stands. */
    Place place();

    /** A number, an amount, a length, a date, a word as written (字面值). */
    record Literal(Place place, Value value, Kind kind) implements Expression {}

    /** A named input (输入). */
    record Input(Place place, String name) implements Expression {}

    /** A share of a named base: {@code 2/3 of members} (基数的份额). */
    record Share(Place place, Fraction share, Expression base) implements Expression {}

    /** Sum, difference, product or quotient (算式). */
    record Arithmetic(Place place, Operator operator, Expression left, Expression right) implements Expression {}

    /** The least or the greatest of several (最小、最大). */
    record Extreme(Place place, boolean greatest, List<Expression> among) implements Expression {
        public Extreme {
            among = List.copyOf(among);
        }
    }

    /** How many lines of a roll answer a condition (计数). */
    record Tally(Place place, String roll, Expression where) implements Expression {}

    /** The value that a table gives for the inputs it is keyed by (查表). */
    record Lookup(Place place, String table) implements Expression {}

    /** Two sides compared (比较). */
    record Comparison(Place place, Relation relation, Expression left, Expression right) implements Expression {}

    /** All or any of several (并且、或者). */
    record Junction(Place place, boolean all, List<Expression> parts) implements Expression {
        public Junction {
            parts = List.copyOf(parts);
        }
    }

    /** The contrary (非). */
    record Not(Place place, Expression of) implements Expression {}

    /** What is done with two numbers (运算). */
    enum Operator {
        PLUS("+"),
        MINUS("-"),
        TIMES("×"),
        BY("÷");

        private final String sign;

        Operator(String sign) {
            this.sign = sign;
        }

        public String sign() {
            return sign;
        }
    }
}
