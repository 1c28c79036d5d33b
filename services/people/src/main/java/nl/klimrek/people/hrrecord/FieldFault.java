package nl.klimrek.people.hrrecord;

import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A fault in one field of a record.
 *
 * @param field name of the field, or of the column of a file
 * @param code stable code; it selects the messages that people read
 * @param value the value, where it cannot be personal text; null otherwise
 */
public record FieldFault(
        String field, String code, @Nullable String value) {

    private static final Set<String> CODED =
            Set.of("contractKind", "workingDays", "language", "timeZone", "hoursPerWeek");
    private static final Pattern FIGURES = Pattern.compile("[0-9 .,:/+TZ-]{1,40}");
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9 .,_/+-]{1,40}");
    private static final Set<String> FIGURED =
            Set.of("effectiveAt", "startDate", "endDate", "absentFrom", "absentUntil", "hoursPerWeek");

    /** A fault without its value. */
    public FieldFault(String field, String code) {
        this(field, code, null);
    }

    /** A fault with its value where that cannot be personal text: dates, numbers and codes. */
    public static FieldFault of(String field, String code, @Nullable String value) {
        boolean told = value != null
                && (FIGURED.contains(field) && FIGURES.matcher(value).matches()
                        || CODED.contains(field) && WORD.matcher(value).matches());
        return new FieldFault(field, code, told ? value : null);
    }
}
