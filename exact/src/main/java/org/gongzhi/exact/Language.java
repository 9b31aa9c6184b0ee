package org.gongzhi.exact;

/** A language in which people read us (语言). Traditional Chinese is made from the simplified text where it is shown. */
public enum Language {
    ZH,
    EN
}
