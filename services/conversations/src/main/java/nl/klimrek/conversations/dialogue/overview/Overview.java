package nl.klimrek.conversations.dialogue.overview;

import java.util.Map;
import java.util.TreeMap;
import nl.klimrek.eventing.Decision;

/**
 * Part of the list of one person: of what is not over yet, or of what ended in one year.
 *
 * @param entries by conversation
 * @param timeNeeded of the manager's reports, by conversation
 */
public record Overview(Map<String, OverviewEntry> entries, Map<String, TimeNeeded> timeNeeded) {

    static final Overview EMPTY = new Overview(Map.of(), Map.of());

    public Overview {
        entries = entries == null ? Map.of() : Map.copyOf(entries);
        timeNeeded = timeNeeded == null ? Map.of() : Map.copyOf(timeNeeded);
    }

    /** Shows a conversation, unless a later version of it is shown already. */
    Decision<Overview> with(OverviewEntry entry) {
        OverviewEntry shown = entries.get(entry.conversation());
        if (shown != null && shown.version() >= entry.version()) {
            return Decision.unchanged();
        }
        Map<String, OverviewEntry> next = new TreeMap<>(entries);
        next.put(entry.conversation(), entry);
        return Decision.accept(new Overview(next, timeNeeded));
    }

    Decision<Overview> without(String conversation) {
        Map<String, OverviewEntry> next = new TreeMap<>(entries);
        return next.remove(conversation) == null
                ? Decision.unchanged()
                : Decision.accept(new Overview(next, timeNeeded));
    }

    Decision<Overview> with(String conversation, TimeNeeded time) {
        Map<String, TimeNeeded> next = new TreeMap<>(timeNeeded);
        return time.equals(next.put(conversation, time))
                ? Decision.unchanged()
                : Decision.accept(new Overview(entries, next));
    }

    Decision<Overview> withoutTime(String conversation) {
        Map<String, TimeNeeded> next = new TreeMap<>(timeNeeded);
        return next.remove(conversation) == null ? Decision.unchanged() : Decision.accept(new Overview(entries, next));
    }
}
