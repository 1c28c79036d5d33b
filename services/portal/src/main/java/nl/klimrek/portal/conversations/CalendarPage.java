package nl.klimrek.portal.conversations;

import java.time.Instant;
import java.util.List;
import nl.klimrek.portal.reader.Reader;
import org.jspecify.annotations.Nullable;

/**
 * The reader's calendar link and the times at which they cannot talk.
 *
 * @param open whether there is a link
 * @param since when it was made, in a sentence; empty without one
 * @param times those that are still to come, at most {@link #SHOWN}
 * @param more  how many come after those
 * @param etag  version of the times
 */
public record CalendarPage(
        boolean open,
        String since,
        List<Time> times,
        int more,
        @Nullable String etag) {
    static final int SHOWN = 50;

    /** A time as a form sends it, and as people read it. */
    public record Time(String start, String end, String text) {}

    /** The link as the service answers it. */
    record Link(boolean open, Instant openedAt) {}

    /** Busy times as the service answers and accepts them. */
    record Busy(List<Span> times) {
        Busy {
            times = times == null ? List.of() : times;
        }
    }

    record Span(Instant start, Instant end) {}

    static CalendarPage of(Reader reader, Link link, Busy busy, @Nullable String etag, Instant now) {
        List<Span> ahead =
                busy.times().stream().filter(time -> time.end().isAfter(now)).toList();
        return new CalendarPage(
                link.open(),
                link.openedAt() == null || !link.open()
                        ? ""
                        : reader.say("conversations.link.since", reader.moment(link.openedAt())),
                ahead.stream()
                        .limit(SHOWN)
                        .map(time ->
                                new Time(time.start().toString(), time.end().toString(), text(reader, time)))
                        .toList(),
                Math.max(0, ahead.size() - SHOWN),
                etag);
    }

    private static String text(Reader reader, Span time) {
        boolean oneDay = time.start()
                .atZone(reader.zone())
                .toLocalDate()
                .equals(time.end().atZone(reader.zone()).toLocalDate());
        return oneDay
                ? reader.slot(time.start(), time.end())
                : reader.say("conversations.busy.until", reader.moment(time.start()), reader.moment(time.end()));
    }
}
