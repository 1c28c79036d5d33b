package nl.klimrek.portal.guest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import nl.klimrek.portal.reader.Reader;
import org.jspecify.annotations.Nullable;

/**
 * The home of an external coach.
 *
 * @param with name of the employee
 * @param until last day of a track; empty for one conversation
 * @param talks their conversations, those that ask for something first
 */
record GuestPage(String with, String until, List<Line> talks) {

    /** A conversation, as the conversations service answers it. */
    record Conversation(
            String conversation,
            String type,
            String status,
            @Nullable String asked,
            @Nullable LocalDate windowFrom,
            @Nullable LocalDate windowUntil,
            @Nullable Instant slotStart,
            @Nullable Instant slotEnd,
            @Nullable Instant heldAt) {

        boolean asks() {
            return asked != null && !"NOTHING".equals(asked);
        }
    }

    /** A line of the list. @param asked what is asked of the coach now; empty for nothing */
    record Line(String path, String type, String asked, String status, String statusText, String when) {}

    static GuestPage of(Reader reader, GuestAccount account, List<Conversation> talks) {
        String inviter = account.inviter();
        return new GuestPage(
                inviter == null ? reader.name(account.employee()) : inviter,
                account.isTrack() ? reader.shortDay(account.lastDay()) : "",
                talks.stream()
                        .sorted(Comparator.comparing((Conversation talk) -> !talk.asks())
                                .thenComparing(
                                        Conversation::windowUntil, Comparator.nullsLast(Comparator.naturalOrder())))
                        .map(talk -> line(reader, talk))
                        .toList());
    }

    private static Line line(Reader reader, Conversation talk) {
        return new Line(
                "/conversations/" + talk.conversation(),
                reader.code("type", talk.type()),
                talk.asks() ? reader.code("asked", talk.asked()) : "",
                talk.status(),
                reader.code("status", talk.status()),
                talk.heldAt() != null
                        ? reader.moment(talk.heldAt())
                        : talk.slotStart() != null
                                ? reader.slot(talk.slotStart(), talk.slotEnd())
                                : reader.window(talk.windowFrom(), talk.windowUntil()));
    }
}
