package nl.klimrek.people.hrrecord;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Normalises text of HR systems. Files and copied cells bring no-break spaces, zero-width characters, byte-order marks
 * and full-width digits, which would make equal numbers differ.
 */
public final class HrText {

    /** Every character that is a space in Unicode or looks like one. */
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}\\u0085\\u115F\\u1160\\u3164\\uFFA0\\u2800]+");
    /** Invisible characters without meaning in a name. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\u200B\\u2060\\uFEFF\\u00AD\\u180E\\u034F]");
    /** Joiners and direction marks, which have no meaning in a key. */
    private static final Pattern FORMAT = Pattern.compile("\\p{Cf}");

    private static final Pattern ZEROS = Pattern.compile("^0+(?=[0-9A-Za-z])");

    private HrText() {}

    /** Normalises a name or description: composed accents, single plain spaces, no outer space. */
    public static String text(String raw) {
        return SPACES.matcher(INVISIBLE
                        .matcher(Normalizer.normalize(raw, Normalizer.Form.NFC))
                        .replaceAll(""))
                .replaceAll(" ")
                .strip();
    }

    /** Normalises a number or address: compatible characters become equal, and invisible ones are removed. */
    public static String key(String raw) {
        return SPACES.matcher(FORMAT.matcher(Normalizer.normalize(raw, Normalizer.Form.NFKC))
                        .replaceAll(""))
                .replaceAll(" ")
                .strip();
    }

    /** Removes the leading zeros of an employee number, as spreadsheets do. */
    public static String withoutLeadingZeros(String number) {
        return ZEROS.matcher(number).replaceFirst("");
    }
}
