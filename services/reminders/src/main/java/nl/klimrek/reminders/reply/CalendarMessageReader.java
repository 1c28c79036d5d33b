package nl.klimrek.reminders.reply;

import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.fortuna.ical4j.data.CalendarParserImpl;
import net.fortuna.ical4j.data.ParserException;
import nl.klimrek.reminders.reply.FirstEventHandler.Value;
import org.jspecify.annotations.Nullable;

/**
 * Reads calendar parts of any program: folded with tabs, with a byte order mark, without a line end at the end, with an answer in
 * lower case.
 */
final class CalendarMessageReader {

    private static final String MAILTO = "mailto:";
    private static final int MAX_SEQUENCE = 1_000_000;

    private CalendarMessageReader() {}

    /** The message; empty when it is no calendar. */
    static Optional<CalendarMessage> read(String text) {
        FirstEventHandler event = new FirstEventHandler();
        try {
            String unfolded =
                    text.replace("\uFEFF", "").replaceAll("\r?\n[ \t]", "").strip() + "\r\n";
            new CalendarParserImpl().parse(new StringReader(unfolded), event);
        } catch (IOException | ParserException | RuntimeException unreadable) {
            return Optional.empty();
        }
        List<Value> attendees = event.all("ATTENDEE");
        Value attendee = attendees.size() == 1 ? attendees.get(0) : null;
        Instant start = EventMoment.of(event.first("DTSTART"));
        return Optional.of(new CalendarMessage(
                event.method().toUpperCase(Locale.ROOT),
                text(event.first("UID")),
                sequence(text(event.first("SEQUENCE"))),
                EventMoment.of(event.first("DTSTAMP")),
                address(event.first("ORGANIZER")),
                address(attendee),
                attendee == null
                        ? ""
                        : attendee.parameters().getOrDefault("PARTSTAT", "").toUpperCase(Locale.ROOT),
                event.first("RECURRENCE-ID") != null || event.first("RRULE") != null || event.events() > 1,
                event.first("COMMENT") != null,
                start,
                EventMoment.end(start, event)));
    }

    private static int sequence(String text) {
        try {
            return Math.min(MAX_SEQUENCE, Math.max(0, Integer.parseInt(text)));
        } catch (NumberFormatException none) {
            return 0;
        }
    }

    private static String address(@Nullable Value value) {
        String text = text(value).toLowerCase(Locale.ROOT);
        return text.startsWith(MAILTO) ? text.substring(MAILTO.length()).strip() : "";
    }

    private static String text(@Nullable Value value) {
        return value == null ? "" : value.text();
    }
}
