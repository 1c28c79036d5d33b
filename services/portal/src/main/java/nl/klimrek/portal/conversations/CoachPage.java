package nl.klimrek.portal.conversations;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import nl.klimrek.portal.reader.Reader;
import nl.klimrek.portal.services.Section;

/**
 * The conversations of a coach.
 *
 * @param now   conversations in which the coach has a step to take
 * @param ahead other conversations that are not over
 * @param over  conversations that ended this year
 */
record CoachPage(List<Line> now, List<Line> ahead, List<Line> over) {

    /** A conversation in a list, as the conversations service answers it. */
    record Conversation(
            String conversation,
            String type,
            String status,
            String side,
            String employee,
            String asked,
            LocalDate windowFrom,
            LocalDate windowUntil,
            Instant slotStart,
            Instant slotEnd,
            Instant heldAt) {
        boolean over() {
            return "CLOSED".equals(status) || "CANCELLED".equals(status);
        }

        boolean asks() {
            return !over() && asked != null && !"NOTHING".equals(asked);
        }
    }

    record Line(String path, String who, String type, String asked, String status, String statusText, String when) {}

    public boolean empty() {
        return now.isEmpty() && ahead.isEmpty() && over.isEmpty();
    }

    /** Makes the page. A coach's conversations as an employee are listed with their other conversations, not here. */
    static Section<CoachPage> of(Reader reader, Section<List<Conversation>> talks) {
        return talks.map(all -> {
            List<Conversation> coached = all.stream()
                    .filter(talk -> "COUNTERPART".equals(talk.side()))
                    .sorted(Comparator.comparing(
                            Conversation::windowUntil, Comparator.nullsLast(Comparator.naturalOrder())))
                    .toList();
            return new CoachPage(
                    coached.stream()
                            .filter(Conversation::asks)
                            .map(talk -> line(reader, talk))
                            .toList(),
                    coached.stream()
                            .filter(talk -> !talk.over() && !talk.asks())
                            .map(talk -> line(reader, talk))
                            .toList(),
                    coached.stream()
                            .filter(Conversation::over)
                            .map(talk -> line(reader, talk))
                            .toList());
        });
    }

    private static Line line(Reader reader, Conversation talk) {
        String when = talk.heldAt() != null
                ? reader.moment(talk.heldAt())
                : talk.slotStart() != null
                        ? reader.slot(talk.slotStart(), talk.slotEnd())
                        : reader.say("coach.within", reader.window(talk.windowFrom(), talk.windowUntil()));
        return new Line(
                "/conversations/" + talk.conversation(),
                reader.name(talk.employee()),
                reader.code("type", talk.type()),
                talk.asks() ? reader.code("asked", talk.asked()) : "",
                talk.status(),
                reader.code("status", talk.status()),
                when);
    }
}
