package nl.klimrek.conversations.agenda;

import java.util.Map;
import java.util.TreeMap;
import nl.klimrek.eventing.Decision;

/**
 * Part of the list of one person: of what is not over yet, or of what ended in one year.
 *
 * @param entries by conversation
 * @param timeNeeded of the manager's reports, by conversation
 */
public record Agenda(Map<String, AgendaEntry> entries, Map<String, TimeNeeded> timeNeeded) {

    static final Agenda EMPTY = new Agenda(Map.of(), Map.of());

    public Agenda {
        entries = entries == null ? Map.of() : Map.copyOf(entries);
        timeNeeded = timeNeeded == null ? Map.of() : Map.copyOf(timeNeeded);
    }

    /** Shows a conversation, unless a later version of it is shown already. */
    Decision<Agenda> with(AgendaEntry entry) {
        AgendaEntry shown = entries.get(entry.conversation());
        if (shown != null && shown.version() >= entry.version()) {
            return Decision.unchanged();
        }
        Map<String, AgendaEntry> next = new TreeMap<>(entries);
        next.put(entry.conversation(), entry);
        return Decision.accept(new Agenda(next, timeNeeded));
    }

    Decision<Agenda> without(String conversation) {
        Map<String, AgendaEntry> next = new TreeMap<>(entries);
        return next.remove(conversation) == null ? Decision.unchanged() : Decision.accept(new Agenda(next, timeNeeded));
    }

    Decision<Agenda> with(String conversation, TimeNeeded time) {
        Map<String, TimeNeeded> next = new TreeMap<>(timeNeeded);
        return time.equals(next.put(conversation, time))
                ? Decision.unchanged()
                : Decision.accept(new Agenda(entries, next));
    }

    Decision<Agenda> withoutTime(String conversation) {
        Map<String, TimeNeeded> next = new TreeMap<>(timeNeeded);
        return next.remove(conversation) == null ? Decision.unchanged() : Decision.accept(new Agenda(entries, next));
    }
}
