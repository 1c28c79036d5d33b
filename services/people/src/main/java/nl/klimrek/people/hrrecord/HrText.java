package nl.klimrek.people.hrrecord;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Text of HR systems, without what nobody can see: files and copied cells bring no-break spaces, zero-width signs,
 * byte-order marks and full-width figures, by which the same number would look like another one.
 */
public final class HrText {

    /** Every sign that Unicode counts as a space or that shows as one. */
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}\\u0085\\u115F\\u1160\\u3164\\uFFA0\\u2800]+");
    /** Invisible signs without a meaning of their own in a name. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\u200B\\u2060\\uFEFF\\u00AD\\u180E\\u034F]");
    /** In a key also joiners and direction marks mean nothing. */
    private static final Pattern FORMAT = Pattern.compile("\\p{Cf}");

    private static final Pattern ZEROS = Pattern.compile("^0+(?=[0-9A-Za-z])");

    private HrText() {}

    /** A name or description: canonical composition, plain single spaces, no space at either end. */
    public static String text(String raw) {
        return SPACES.matcher(INVISIBLE
                        .matcher(Normalizer.normalize(raw, Normalizer.Form.NFC))
                        .replaceAll(""))
                .replaceAll(" ")
                .strip();
    }

    /** A number or address by which something is found: compatible forms are one, and nothing invisible is left. */
    public static String key(String raw) {
        return SPACES.matcher(FORMAT.matcher(Normalizer.normalize(raw, Normalizer.Form.NFKC))
                        .replaceAll(""))
                .replaceAll(" ")
                .strip();
    }

    /** An employee number without the leading zeros that spreadsheets lose. */
    public static String withoutLeadingZeros(String number) {
        return ZEROS.matcher(number).replaceFirst("");
    }
}
