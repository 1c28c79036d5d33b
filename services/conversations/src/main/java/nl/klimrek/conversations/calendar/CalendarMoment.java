package nl.klimrek.conversations.calendar;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import nl.klimrek.conversations.calendar.TimesOnlyHandler.Value;
import org.jspecify.annotations.Nullable;

/**
 * A moment as an iCalendar file writes it (RFC 5545 §3.3.4, §3.3.5).
 *
 * @param at the moment; the beginning of a day
 * @param day whether it is a whole day
 */
record CalendarMoment(ZonedDateTime at, boolean day) {

    private static final Set<String> KNOWN = ZoneId.getAvailableZoneIds();
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");

    /** @param own zone of the person, for a time without a zone and for one in a zone that has no IANA name */
    static CalendarMoment of(String text, Value in, ZoneId own) {
        String written = text.strip();
        if (written.length() == 8) {
            return new CalendarMoment(
                    LocalDate.parse(written, DateTimeFormatter.BASIC_ISO_DATE).atStartOfDay(own), true);
        }
        boolean utc = written.endsWith("Z");
        LocalDateTime local = LocalDateTime.parse(utc ? written.substring(0, written.length() - 1) : written, MOMENT);
        return new CalendarMoment(
                local.atZone(utc ? ZoneOffset.UTC : zone(in.parameters().get("TZID"), own)), false);
    }

    static CalendarMoment of(Value value, ZoneId own) {
        return of(value.text(), value, own);
    }

    /** Some programs put a path before the name of a zone; others have names of their own, mostly for where their user is. */
    private static ZoneId zone(@Nullable String named, ZoneId own) {
        for (String name = named;
                name != null && !name.isEmpty();
                name = name.contains("/") ? name.substring(name.indexOf('/') + 1) : null) {
            if (KNOWN.contains(name)) {
                return ZoneId.of(name);
            }
        }
        return own;
    }
}
