/** The language of institutions and dated rules: read, check, evaluate, run, explain, draw, simulate. */
@org.jspecify.annotations.NullMarked
module org.gongzhi.rulebook {
    requires transitive org.gongzhi.exact;
    requires static transitive org.jspecify;
    requires org.snakeyaml.engine;

    exports org.gongzhi.rulebook;
    exports org.gongzhi.rulebook.draw;
    exports org.gongzhi.rulebook.expression;
    exports org.gongzhi.rulebook.layout;
    exports org.gongzhi.rulebook.simulate;
}
