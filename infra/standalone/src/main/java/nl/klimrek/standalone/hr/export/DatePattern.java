package nl.klimrek.standalone.hr.export;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.chrono.ChronoLocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;

/**
 * The date pattern of an export, in the syntax of {@link DateTimeFormatter}. Two-digit years are read as the latest
 * possible year: with 2049 as the limit, "49" is 2049 and "50" is 1950.
 */
public final class DatePattern {

    private static final int CENTURY = 100;

    private final DateTimeFormatter form;

    /**
     * @param pattern for example {@code MM/dd/yy} or {@code d-M-yyyy}
     * @param latestYear latest year that a two-digit year can mean
     */
    public DatePattern(String pattern, int latestYear) {
        String years = pattern.replaceAll("[^yu]", "");
        int at = pattern.indexOf(years.isEmpty() ? "y" : years);
        if (at < 0 || years.length() != 2 && years.length() != 4) {
            throw new CannotLoadException("The mapping's date form '" + pattern + "' needs one year, yy or yyyy.");
        }
        try {
            DateTimeFormatterBuilder builder = new DateTimeFormatterBuilder();
            append(builder, pattern.substring(0, at));
            if (years.length() == 2) {
                builder.appendValueReduced(
                        ChronoField.YEAR, 2, 2, (ChronoLocalDate) LocalDate.of(latestYear - CENTURY + 1, 1, 1));
            } else {
                builder.appendValue(ChronoField.YEAR, 4);
            }
            append(builder, pattern.substring(at + years.length()));
            form = builder.toFormatter(Locale.ENGLISH).withResolverStyle(ResolverStyle.STRICT);
        } catch (IllegalArgumentException notAPattern) {
            throw new CannotLoadException(
                    "The mapping's date form '" + pattern + "' is not valid: " + notAPattern.getMessage());
        }
    }

    /**
     * The date in ISO 8601. A text that does not match is returned unchanged, so that the people service quarantines
     * it with that reason.
     */
    public String iso(String written) {
        try {
            return LocalDate.parse(written, form).toString();
        } catch (DateTimeException notThat) {
            return written;
        }
    }

    private static void append(DateTimeFormatterBuilder builder, String pattern) {
        if (!pattern.isEmpty()) {
            builder.appendPattern(pattern);
        }
    }
}
