package nl.klimrek.identity.people;

import java.util.Locale;

/** The languages Klimrek speaks. */
public enum Language {
    NL,
    EN;

    /** The language with this tag; Dutch for one that Klimrek does not speak, or none. */
    public static Language of(String tag) {
        return tag != null && tag.toLowerCase(Locale.ROOT).startsWith("en") ? EN : NL;
    }

    /** As BCP 47 writes it. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }
}
