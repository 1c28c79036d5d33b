package nl.klimrek.identity;

import java.util.Locale;

/** The languages of Klimrek. */
public enum Language {
    NL,
    EN;

    /** The language with this tag; Dutch for an unsupported or missing tag. */
    public static Language of(String tag) {
        return tag != null && tag.toLowerCase(Locale.ROOT).startsWith("en") ? EN : NL;
    }

    /** BCP 47 language tag. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }
}
