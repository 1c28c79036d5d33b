package nl.klimrek.standalone.hr;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.chrono.ChronoLocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;

/**
 * How an export writes dates: a pattern of {@link DateTimeFormatter} for year, month and day. Of a two-digit year that
 * year is meant which is not after the latest one, so with 2049 "49" is 2049 and "50" is 1950.
 */
final class DateForm {

    private static final int CENTURY = 100;

    private final DateTimeFormatter form;

    /**
     * @param pattern for example {@code MM/dd/yy} or {@code d-M-yyyy}
     * @param latestYear the latest year that two digits can mean
     */
    DateForm(String pattern, int latestYear) {
        String years = pattern.replaceAll("[^yu]", "");
        int at = pattern.indexOf(years.isEmpty() ? "y" : years);
        if (at < 0 || years.length() != 2 && years.length() != 4) {
            throw new NotPossible("The mapping's date form '" + pattern + "' has no year yy or yyyy in one place.");
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
            throw new NotPossible(
                    "The mapping's date form '" + pattern + "' can not be used: " + notAPattern.getMessage());
        }
    }

    /** As ISO 8601; what is no such date stays as it is written, so that people sets it aside with that reason. */
    String iso(String written) {
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
