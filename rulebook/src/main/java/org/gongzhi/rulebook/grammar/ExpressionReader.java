package org.gongzhi.rulebook.grammar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongzhi.exact.Fraction;
import org.gongzhi.exact.Place;
import org.gongzhi.exact.Text;
import org.gongzhi.rulebook.Span;
import org.gongzhi.rulebook.expression.Expression;
import org.gongzhi.rulebook.expression.Kind;
import org.gongzhi.rulebook.expression.Relation;
import org.gongzhi.rulebook.expression.Value;
import org.gongzhi.rulebook.grammar.Tokens.Sort;
import org.gongzhi.rulebook.grammar.Tokens.Token;
import org.gongzhi.rulebook.tree.Faults;
import org.gongzhi.rulebook.tree.Node;
import org.jspecify.annotations.Nullable;

/** Reads an expression (表达式读取). */
public final class ExpressionReader {
    private static final Map<String, Relation> RELATIONS = Map.of(
            ">=", Relation.AT_LEAST,
            ">", Relation.MORE,
            "<=", Relation.AT_MOST,
            "<", Relation.LESS,
            "=", Relation.EQUAL,
            "!=", Relation.OTHER);
    private static final Map<String, Expression.Operator> SUMS =
            Map.of("+", Expression.Operator.PLUS, "-", Expression.Operator.MINUS);
    private static final Map<String, Expression.Operator> PRODUCTS =
            Map.of("*", Expression.Operator.TIMES, "/", Expression.Operator.BY);
    private static final int DEEPEST = 40;

    private final List<Token> tokens;
    private int next;
    private int depth;

    private ExpressionReader(List<Token> tokens) {
        this.tokens = tokens;
    }

    /** The expression that a node holds, or empty with a fault. */
    public static Optional<Expression> read(Node node, Faults faults) {
        if (!(node instanceof Node.Scalar scalar) || scalar.isBlank()) {
            faults.add(
                    "R161",
                    node.place(),
                    Text.of("这里应写表达式", "an expression belongs here"),
                    Text.of("例如  present >= 2/3 of members", "for example  present >= 2/3 of members"));
            return Optional.empty();
        }
        List<Token> tokens = Tokens.of(scalar, faults);
        if (tokens.isEmpty()) {
            return Optional.empty();
        }
        ExpressionReader reader = new ExpressionReader(tokens);
        try {
            Expression expression = reader.junction();
            reader.expectEnd();
            return Optional.of(expression);
        } catch (Misread misread) {
            faults.add("R161", misread.place, misread.what, misread.mend);
            return Optional.empty();
        }
    }

    private Expression junction() {
        if (++depth > DEEPEST) {
            throw new Misread(peek().place(), Text.of("括号太深", "too many parentheses in each other"), Text.NONE);
        }
        List<Expression> parts = new ArrayList<>();
        Place place = peek().place();
        parts.add(negation());
        @Nullable String word = null;
        while (peek().is("and") || peek().is("or")) {
            Token joint = take();
            if (word != null && !word.equals(joint.text())) {
                throw new Misread(
                        joint.place(),
                        Text.of("and 和 or 混在一起，没有括号", "`and` and `or` are mixed without parentheses"),
                        Text.of("例如  (a and b) or c", "for example  (a and b) or c"));
            }
            word = joint.text();
            parts.add(negation());
        }
        depth--;
        return word == null ? parts.getFirst() : new Expression.Junction(place, word.equals("and"), parts);
    }

    private Expression negation() {
        int from = next;
        while (peek().is("not")) {
            take();
        }
        int times = next - from;
        Expression inner = comparison();
        return times % 2 == 0 ? inner : new Expression.Not(tokens.get(from).place(), inner);
    }

    private Expression comparison() {
        Expression left = sum();
        @Nullable Relation relation = peek().sort() == Sort.SIGN ? RELATIONS.get(peek().text()) : null;
        if (relation == null) {
            return left;
        }
        Token sign = take();
        Expression right = sum();
        if (peek().sort() == Sort.SIGN && RELATIONS.containsKey(peek().text())) {
            throw new Misread(
                    peek().place(),
                    Text.of("一次只能比较两边", "only two sides can be compared at a time"),
                    Text.of("例如  a >= 1 and a <= 5", "for example  a >= 1 and a <= 5"));
        }
        return new Expression.Comparison(sign.place(), relation, left, right);
    }

    private Expression sum() {
        Expression left = product();
        for (Optional<Expression.Operator> operator = operator(SUMS); operator.isPresent(); operator = operator(SUMS)) {
            Place place = take().place();
            left = new Expression.Arithmetic(place, operator.get(), left, product());
        }
        return left;
    }

    private Expression product() {
        Expression left = factor();
        for (Optional<Expression.Operator> operator = operator(PRODUCTS);
                operator.isPresent();
                operator = operator(PRODUCTS)) {
            Place place = take().place();
            left = new Expression.Arithmetic(place, operator.get(), left, factor());
        }
        return left;
    }

    private Optional<Expression.Operator> operator(Map<String, Expression.Operator> among) {
        return peek().sort() == Sort.SIGN ? Optional.ofNullable(among.get(peek().text())) : Optional.empty();
    }

    private Expression factor() {
        Token token = take();
        return switch (token.sort()) {
            case DATE -> date(token);
            case NUMBER -> number(token);
            case NAME -> named(token);
            case SIGN -> {
                if (!token.is("(")) {
                    throw unexpected(token);
                }
                Expression inner = junction();
                expect(")");
                yield inner;
            }
            case END -> throw unexpected(token);
        };
    }

    private Expression date(Token token) {
        try {
            return new Expression.Literal(token.place(), new Value.On(LocalDate.parse(token.text())), new Kind.Day());
        } catch (DateTimeException notADate) {
            throw new Misread(token.place(), Text.of("“%s”不是日期", "`%s` is not a date", token.text()), Text.NONE);
        }
    }

    private Expression number(Token token) {
        Optional<Fraction> read = Fraction.read(token.text());
        if (read.isEmpty()) {
            throw new Misread(token.place(), Text.of("“%s”不是数", "`%s` is not a number", token.text()), Text.NONE);
        }
        Fraction number = read.get();
        if (peek().is("of")) {
            take();
            return new Expression.Share(token.place(), number, factor());
        }
        if (peek().is("yuan") || peek().is("fen")) {
            Fraction fen = take().is("yuan") ? number.times(Fraction.of(100)) : number;
            if (!fen.isWhole()) {
                throw new Misread(token.place(), Text.of("金额不足一分", "the amount has parts of a fen"), Text.NONE);
            }
            return new Expression.Literal(token.place(), new Value.Amount(fen), new Kind.Money());
        }
        Optional<Span.Unit> unit = unit();
        if (unit.isPresent()) {
            return new Expression.Literal(token.place(), new Value.Amount(number), new Kind.Length(unit.get()));
        }
        return new Expression.Literal(token.place(), new Value.Amount(number), new Kind.Plain());
    }

    private Optional<Span.Unit> unit() {
        String word = peek().text();
        if (peek().is("working")) {
            take();
            Token unit = take();
            Optional<Span> span = Span.read("1 working " + unit.text());
            if (span.isEmpty()) {
                throw new Misread(
                        unit.place(),
                        Text.of("working 之后应为 days 或 hours", "after `working` comes `days` or `hours`"),
                        Text.NONE);
            }
            return span.map(Span::unit);
        }
        Optional<Span> span = peek().sort() == Sort.NAME ? Span.read("1 " + word) : Optional.empty();
        span.ifPresent(found -> take());
        return span.map(Span::unit);
    }

    private Expression named(Token token) {
        if (!peek().is("(")) {
            return switch (token.text()) {
                case "yes", "no" ->
                    new Expression.Literal(token.place(), new Value.Answer(token.is("yes")), new Kind.YesNo());
                case "and", "or", "of", "where", "not" -> throw unexpected(token);
                default -> new Expression.Input(token.place(), token.text());
            };
        }
        take();
        Expression read = switch (token.text()) {
            case "min", "max" -> new Expression.Extreme(token.place(), token.is("max"), arguments());
            case "count" -> count(token);
            case "lookup" -> new Expression.Lookup(token.place(), takeName());
            default ->
                throw new Misread(
                        token.place(),
                        Text.of("没有“%s”这个函数", "there is no function `%s`", token.text()),
                        Text.of("可用：min、max、count、lookup", "known here: min, max, count, lookup"));
        };
        expect(")");
        return read;
    }

    private Expression count(Token token) {
        String roll = takeName();
        Expression where = new Expression.Literal(token.place(), new Value.Answer(true), new Kind.YesNo());
        if (peek().is("where")) {
            take();
            where = junction();
        }
        return new Expression.Tally(token.place(), roll, where);
    }

    private List<Expression> arguments() {
        List<Expression> arguments = new ArrayList<>();
        arguments.add(sum());
        while (peek().is(",")) {
            take();
            arguments.add(sum());
        }
        return arguments;
    }

    private String takeName() {
        Token token = take();
        if (token.sort() != Sort.NAME) {
            throw unexpected(token);
        }
        return token.text();
    }

    private Token peek() {
        return tokens.get(next);
    }

    private Token take() {
        Token token = tokens.get(next);
        next = Math.min(next + 1, tokens.size() - 1);
        return token;
    }

    private void expect(String sign) {
        Token token = take();
        if (!token.is(sign)) {
            throw new Misread(token.place(), Text.of("这里缺少“%s”", "`%s` is missing here", sign), Text.NONE);
        }
    }

    private void expectEnd() {
        if (peek().sort() != Sort.END) {
            throw unexpected(peek());
        }
    }

    private static Misread unexpected(Token token) {
        return new Misread(
                token.place(),
                token.sort() == Sort.END
                        ? Text.of("表达式没有写完", "the expression ends too early")
                        : Text.of("“%s”不能在这里", "`%s` can't stand here", token.text()),
                Text.of("例如  present >= 2/3 of members", "for example  present >= 2/3 of members"));
    }

    /** Ends the reading of one expression. */
    private static final class Misread extends RuntimeException {
        private final transient Place place;
        private final transient Text what;
        private final transient Text mend;

        Misread(Place place, Text what, Text mend) {
            super(what.en(), null, false, false);
            this.place = place;
            this.what = what;
            this.mend = mend;
        }
    }
}
