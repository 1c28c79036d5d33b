package nl.klimrek.servicekit.text;

import java.util.regex.Pattern;

/**
 * Which texts can be shown as a name. Refused is what a reader does not see or what changes how the rest is read: control
 * characters, line and paragraph separators, direction overrides and other invisible format characters (Unicode general
 * categories Cc, Cs, Co, Cn, Zl, Zp and Cf). The two joiners are allowed, because some scripts need them to spell.
 */
public final class NameText {
    private static final Pattern REFUSED =
            Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}[\\p{Cf}&&[^\\u200C\\u200D]]]");

    private NameText() {}

    public static boolean isPlain(String text) {
        return !REFUSED.matcher(text).find();
    }
}
