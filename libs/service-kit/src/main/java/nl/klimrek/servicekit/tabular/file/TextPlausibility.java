package nl.klimrek.servicekit.tabular.file;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Judges whether a text that was read in a guessed encoding looks like names and words. A sign between two letters, or a
 * capital after a small letter beyond ASCII, is what an encoding of DOS or the Mac looks like when read as Windows.
 */
final class TextPlausibility {

    /** Signs that stand inside a word: apostrophe, middle dot, soft hyphen, hyphen, no-break space. */
    private static final String INSIDE = "\u2019\u00B7\u00AD\u2010\u00A0";

    private static final String BEFORE_A_WORD = "\u2018\u201C\u201E\u00AB\u00BF\u00A1\u20AC\u00A9";
    private static final String AFTER_A_WORD =
            "\u2019\u201D\u00BB\u2026\u20AC\u00AA\u00BA\u00B0\u00AE\u2122\u00A0\u00B2\u00B3";

    private TextPlausibility() {}

    static boolean isPlausible(Reader text) throws IOException {
        BufferedReader reader = new BufferedReader(text);
        int before = ' ';
        int here = reader.read();
        while (here >= 0) {
            int after = reader.read();
            if (here > 0x7F && !fits(before, here, after)) {
                return false;
            }
            before = here;
            here = after;
        }
        return true;
    }

    private static boolean fits(int before, int here, int after) {
        boolean afterLetter = Character.isLetter(before);
        boolean beforeLetter = after >= 0 && Character.isLetter(after);
        if (Character.isLetter(here)) {
            boolean capitalInside = Character.isUpperCase(here) && Character.isLowerCase(before);
            boolean smallInside =
                    Character.isLowerCase(here) && Character.isUpperCase(before) && Character.isUpperCase(after);
            return !capitalInside && !smallInside;
        }
        if (Character.isISOControl(here)) {
            return false;
        }
        if (afterLetter && beforeLetter) {
            return INSIDE.indexOf(here) >= 0;
        }
        return !afterLetter && !beforeLetter || (afterLetter ? AFTER_A_WORD : BEFORE_A_WORD).indexOf(here) >= 0;
    }
}
