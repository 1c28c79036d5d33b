package nl.klimrek.reminders.reply;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import nl.klimrek.reminders.reply.FirstEventHandler.Value;
import org.jspecify.annotations.Nullable;

/**
 * Moments in a calendar part. A whole day, a time without a zone, or one in a zone that nobody else knows is no moment here, because
 * a guess could be hours wrong.
 */
final class EventMoment {

    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");
    private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();

    /** Names that Windows programs give to zones, without spaces, with a zone of the tz database (CLDR). */
    private static final Map<String, String> WINDOWS = windowsZones();

    private EventMoment() {}

    static @Nullable Instant of(@Nullable Value value) {
        if (value == null) {
            return null;
        }
        String written = value.text();
        try {
            if (written.endsWith("Z")) {
                return LocalDateTime.parse(written.substring(0, written.length() - 1), WRITTEN)
                        .toInstant(ZoneOffset.UTC);
            }
            ZoneId zone = zone(value.parameters().getOrDefault("TZID", ""));
            return zone == null
                    ? null
                    : LocalDateTime.parse(written, WRITTEN).atZone(zone).toInstant();
        } catch (DateTimeException noMoment) {
            return null;
        }
    }

    /** The end of an event, from its end or its length. */
    static @Nullable Instant end(@Nullable Instant start, FirstEventHandler event) {
        Value length = event.first("DURATION");
        if (start == null || length == null) {
            return of(event.first("DTEND"));
        }
        try {
            return start.plus(Duration.parse(length.text()));
        } catch (DateTimeException | ArithmeticException noLength) {
            return null;
        }
    }

    /** Some programs put a path before the name of a zone. */
    private static @Nullable ZoneId zone(String named) {
        String windows = WINDOWS.get(named.replace(" ", ""));
        if (windows != null) {
            return ZoneId.of(windows);
        }
        for (String name = named; !name.isEmpty(); name = name.substring(name.indexOf('/') + 1)) {
            if (ZONES.contains(name)) {
                return ZoneId.of(name);
            }
            if (name.indexOf('/') < 0) {
                return null;
            }
        }
        return null;
    }

    private static Map<String, String> windowsZones() {
        Properties table = new Properties();
        try (InputStream in = EventMoment.class.getResourceAsStream("windows-zones.properties")) {
            if (in == null) {
                throw new IllegalStateException("windows-zones.properties is missing");
            }
            table.load(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return table.stringPropertyNames().stream().collect(Collectors.toMap(name -> name, table::getProperty));
    }
}
