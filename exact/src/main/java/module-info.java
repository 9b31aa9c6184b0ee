/** What both libraries stand on: exact numbers, places in files, faults, bilingual text. */
@org.jspecify.annotations.NullMarked
module org.gongzhi.exact {
    requires static org.jspecify;

    exports org.gongzhi.exact;
}
