/** The command line without the server. */
@org.jspecify.annotations.NullMarked
module org.gongzhi.command {
    requires info.picocli;
    requires org.gongzhi.exact;
    requires org.gongzhi.rulebook;
    requires org.gongzhi.tally;
    requires static org.jspecify;

    opens org.gongzhi.command to
            info.picocli;
}
