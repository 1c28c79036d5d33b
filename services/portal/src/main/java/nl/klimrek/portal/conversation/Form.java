package nl.klimrek.portal.conversation;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * What somebody filled in.
 *
 * @param fields by name, each with its values
 * @param zone   the zone in which its times are meant
 */
record Form(Map<String, List<String>> fields, ZoneId zone) {

    /** A field can not be read as what it should be; names the message for it. */
    static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unreadable(String message) {
            super(message, null, false, false);
        }
    }

    /** A field's text without blanks around it; empty when it was left out. */
    String text(String name) {
        List<String> values = fields.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.get(0).strip();
    }

    List<String> all(String name) {
        return fields.getOrDefault(name, List.of());
    }

    /** The instant of a local date and time; null when it was left out. */
    Instant moment(String name) {
        if (text(name).isEmpty()) {
            return null;
        }
        try {
            return LocalDateTime.parse(text(name)).atZone(zone).toInstant();
        } catch (DateTimeException unreadable) {
            throw new Unreadable("form.time");
        }
    }

    LocalDate day(String name) {
        try {
            return LocalDate.parse(text(name));
        } catch (DateTimeException unreadable) {
            throw new Unreadable("form.day");
        }
    }

    Duration minutes(String name) {
        return Duration.ofMinutes(number(name));
    }

    int number(String name) {
        try {
            return Integer.parseInt(text(name));
        } catch (NumberFormatException unreadable) {
            throw new Unreadable("form.number");
        }
    }
}
