package org.gongzhi.server.frame.pages;

import java.util.List;

/** A field of a form, with what was typed into it (表单项). Institutions declare fields; these are what a page can ask. */
public sealed interface Field {
    /** Name, label, hint, fault. */
    Asked asked();

    /**
     * One line.
     *
     * @param max how many characters; 0 for no limit
     */
    record Line(Asked asked, Typing typing, String value, int max) implements Field {
        /** What is typed: decides the keyboard of a phone and what a browser fills in. */
        public enum Typing {
            TEXT,
            NUMBER,
            TELEPHONE,
            DATE,
            CODE,
            NAME,
            PASSWORD
        }
    }

    /** Several lines, counted as one types. */
    record Area(Asked asked, String value, int max) implements Field {}

    /**
     * One of several: radio buttons up to seven options, a list to open beyond.
     *
     * @param value the chosen option's, or empty
     */
    record Choice(Asked asked, List<Option> options, String value) implements Field {
        public Choice {
            options = List.copyOf(options);
        }
    }

    /** A few steps from good to bad, side by side. */
    record Rating(Asked asked, List<Option> options, String value) implements Field {
        public Rating {
            options = List.copyOf(options);
        }
    }

    /**
     * A community by typing its name or initials, and the address in words. Posts {@code name} with what was typed and
     * {@code name.detail} with the address.
     *
     * @param value what was typed
     * @param detail the address as typed
     */
    record Place(Asked asked, List<PlaceOption> places, String value, String detail) implements Field {
        public Place {
            places = List.copyOf(places);
        }
    }

    /**
     * A community to choose.
     *
     * @param value what stands in the field once chosen; unique in the district
     * @param beside what is shown beside it and also found by: street, pinyin initials
     */
    record PlaceOption(String value, String beside) {}

    /**
     * Photos or files. Posts {@code name} with new ones and {@code name.kept} with the tokens of those sent before.
     *
     * @param max how many
     * @param kept sent before and kept although the form came back
     */
    record Files(Asked asked, Accepts accepts, int max, List<KeptFile> kept) implements Field {
        public Files {
            kept = List.copyOf(kept);
        }

        /** What may be sent. */
        public enum Accepts {
            IMAGES,
            DOCUMENTS
        }
    }

    /** A file sent before. */
    record KeptFile(String token, String name) {}

    /** A name and a telephone number. Posts {@code name.person} and {@code name.phone}. */
    record Contact(Asked asked, String person, String phone) implements Field {}

    /** Yes, by ticking. Posts {@code on}. */
    record Tick(Asked asked, boolean ticked) implements Field {}
}
