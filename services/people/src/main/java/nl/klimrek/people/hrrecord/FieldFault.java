package nl.klimrek.people.hrrecord;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * What is wrong with one field of a record.
 *
 * @param field name of the field, or of the column of a file
 * @param code stable code; the sentences a person reads hang on it
 * @param value what was there, where it cannot be personal text; null otherwise
 */
public record FieldFault(String field, String code, String value) {

    private static final Set<String> CODED =
            Set.of("contractKind", "workingDays", "language", "timeZone", "hoursPerWeek");
    private static final Pattern FIGURES = Pattern.compile("[0-9 .,:/+TZ-]{1,40}");
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9 .,_/+-]{1,40}");
    private static final Set<String> FIGURED =
            Set.of("effectiveAt", "startDate", "endDate", "absentFrom", "absentUntil", "hoursPerWeek");

    /** A fault whose value is not told. */
    public FieldFault(String field, String code) {
        this(field, code, null);
    }

    /** A fault that tells the value where the value can be no personal text: dates, figures and codes. */
    public static FieldFault of(String field, String code, String value) {
        boolean told = value != null
                && (FIGURED.contains(field) && FIGURES.matcher(value).matches()
                        || CODED.contains(field) && WORD.matcher(value).matches());
        return new FieldFault(field, code, told ? value : null);
    }
}
