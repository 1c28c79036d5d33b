package nl.klimrek.conversations.planning.proposal;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import nl.klimrek.conversations.dialogue.Slot;
import nl.klimrek.eventing.Decision;

/**
 * What the planner has given out of one manager's time. Whoever plans writes here first and proposes only what was written,
 * so that two who plan at once never give the same hour twice, and one who is killed in between gives the same hour again.
 *
 * @param given slot by conversation
 */
public record Diary(Map<String, Slot> given) {

    static final Diary EMPTY = new Diary(Map.of());

    public Diary {
        given = given == null ? Map.of() : Map.copyOf(given);
    }

    /** Gives these slots, except where the conversation has one or the time is given; what is over is forgotten. */
    Decision<Diary> give(Map<String, Slot> slots, Instant now) {
        Map<String, Slot> next = ahead(now);
        new TreeMap<>(slots).forEach((conversation, slot) -> {
            if (!next.containsKey(conversation) && next.values().stream().noneMatch(other -> overlap(other, slot))) {
                next.put(conversation, slot);
            }
        });
        return changed(next);
    }

    /** Takes back what was given to these. */
    Decision<Diary> release(Iterable<String> conversations) {
        Map<String, Slot> next = new HashMap<>(given);
        conversations.forEach(next::remove);
        return changed(next);
    }

    /** Takes back what was given to this one, unless it is there; {@code now} is null where it is nowhere. */
    Decision<Diary> releaseElsewhere(String conversation, Slot now) {
        Slot had = given.get(conversation);
        return had == null || had.equals(now) ? Decision.unchanged() : release(List.of(conversation));
    }

    private Map<String, Slot> ahead(Instant now) {
        Map<String, Slot> ahead = new HashMap<>(given);
        ahead.values().removeIf(slot -> slot.end().isBefore(now));
        return ahead;
    }

    private Decision<Diary> changed(Map<String, Slot> next) {
        return next.equals(given) ? Decision.unchanged() : Decision.accept(new Diary(next));
    }

    private static boolean overlap(Slot one, Slot other) {
        return one.start().isBefore(other.end()) && other.start().isBefore(one.end());
    }
}
