package nl.klimrek.conversations.calendar;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import nl.klimrek.contracts.conversations.Side;
import nl.klimrek.conversations.dialogue.Conversation;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.Versioned;

/**
 * Part of the calendar entries of one person.
 *
 * @param byConversation by id of the conversation
 */
public record CalendarEntries(Map<String, CalendarEntry> byConversation) {

    static final CalendarEntries NONE = new CalendarEntries(Map.of());

    public CalendarEntries {
        byConversation = byConversation == null ? Map.of() : Map.copyOf(byConversation);
    }

    /** With this entry in addition. */
    CalendarEntries with(CalendarEntry entry) {
        Map<String, CalendarEntry> all = new TreeMap<>(byConversation);
        all.put(entry.conversation(), entry);
        return new CalendarEntries(all);
    }

    /**
     * With a conversation as it stands now, and without what passed before {@code since}. The conversation's own version tells
     * which state is newer: an event that a later one overtook, or that a restore published under a lower number, shows the
     * present state all the same.
     */
    Decision<CalendarEntries> showing(
            Versioned<Conversation> stored, Side side, long sequence, Instant changedAt, Instant since) {
        Conversation now = stored.state();
        CalendarEntry before = byConversation.get(now.plan().conversation());
        if (before != null && before.version() >= stored.version()) {
            return Decision.unchanged();
        }
        CalendarEntry next = CalendarEntry.of(stored, side, before, sequence, changedAt);
        if (next == null || next.showsSameAs(before)) {
            return Decision.unchanged();
        }
        Map<String, CalendarEntry> all = new TreeMap<>(byConversation);
        all.put(next.conversation(), next);
        all.values().removeIf(moment -> moment.end().isBefore(since));
        return Decision.accept(new CalendarEntries(all));
    }
}
