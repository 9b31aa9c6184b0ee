package org.gongzhi.rulebook.expression;

import java.util.Map;
import org.gongzhi.exact.Text;
import org.gongzhi.rulebook.Timetable;

/**
 * What an expression is evaluated in (取值环境).
 *
 * @param inputs the values put in, by name
 * @param kinds the kinds of the inputs, by name
 * @param titles what the inputs are called
 * @param tables what each table gives for these inputs; asked only when needed
 * @param tableKinds the kinds of the tables
 * @param timetable by which working days are counted
 */
public record Scene(
        Map<String, Value> inputs,
        Map<String, Kind> kinds,
        Map<String, Text> titles,
        TableValues tables,
        Map<String, Kind> tableKinds,
        Timetable timetable) {
    /** What a table gives. */
    @FunctionalInterface
    public interface TableValues {
        /** The table's value for the scene's inputs; throws {@link Cannot} if no line fits. */
        Value of(String table, Map<String, Value> inputs);
    }

    /** The same scene with the facts of one line of a roll put in. */
    Scene with(Map<String, Value> facts, Map<String, Kind> factKinds) {
        Map<String, Value> more = new java.util.HashMap<>(inputs);
        more.putAll(facts);
        Map<String, Kind> moreKinds = new java.util.HashMap<>(kinds);
        moreKinds.putAll(factKinds);
        return new Scene(more, moreKinds, titles, tables, tableKinds, timetable);
    }
}
