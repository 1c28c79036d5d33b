package nl.klimrek.conversations.planning.proposal;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import nl.klimrek.conversations.dialogue.scheduling.Slot;
import nl.klimrek.eventing.Decision;
import org.jspecify.annotations.Nullable;

/**
 * The hours that the planner reserved for one person. No two of them overlap. {@link DiaryService} keeps the diaries
 * of both participants consistent.
 *
 * @param given by conversation
 * @param barred claims that were refused here and may never be written, each with the start of the hour it asked for
 */
public record Diary(Map<String, DiaryHour> given, Map<String, Instant> barred) {

    static final Diary EMPTY = new Diary(Map.of(), Map.of());

    /** Under which the next hour of a conversation is kept while it still has another. */
    static String next(String conversation) {
        return conversation + ">";
    }

    public Diary {
        given = given == null ? Map.of() : Map.copyOf(given);
        barred = barred == null ? Map.of() : Map.copyOf(barred);
    }

    /**
     * Writes these down, except what has an hour already or overlaps one. Where it holds an hour that the planner did not
     * reckon with, nothing is written: that hour counts for what fits on its day. What is over is forgotten.
     *
     * @param reckoned hours the planner knew of, by conversation; null when any will do
     */
    Decision<Diary> give(Map<String, DiaryHour> asked, @Nullable Map<String, Slot> reckoned, Instant now) {
        return given(asked, reckoned, now, barred);
    }

    /** The same, and what is refused here is barred: its claim is never written, however late it comes. */
    Decision<Diary> giveOrBar(Map<String, DiaryHour> asked, @Nullable Map<String, Slot> reckoned, Instant now) {
        Diary next = given(asked, reckoned, now, barred).stateOr(() -> this);
        Map<String, Instant> bars = new HashMap<>(next.barred);
        asked.forEach((key, one) -> {
            if (!next.holds(key, one.slot()) && one.claim() != null) {
                bars.put(one.claim() + key, one.start());
            }
        });
        return changed(next.given, bars);
    }

    boolean holds(String key, @Nullable Slot slot) {
        return given.containsKey(key) && given.get(key).at(slot);
    }

    /** Takes back what this claim wrote; what another wrote stays. */
    Decision<Diary> takeBack(DiaryHour written, String key) {
        return written.equals(given.get(key)) ? changed(without(key), barred) : Decision.unchanged();
    }

    /**
     * Follows a conversation to where it is.
     *
     * @param slot its hour; null when it has none
     * @param told when that was so; what was given later belongs to a plan that knows it, and stays
     * @param moved whether nobody is moving it any more, so that a next hour it did not take is free
     */
    Decision<Diary> settle(String conversation, @Nullable Slot slot, Instant told, boolean moved) {
        Map<String, DiaryHour> next = new HashMap<>(given);
        if (holds(next(conversation), slot)) {
            next.put(conversation, next.remove(next(conversation)));
        } else if (moved) {
            next.remove(next(conversation));
        }
        DiaryHour now = next.get(conversation);
        if (now != null && !now.at(slot) && !now.givenAfter(told)) {
            next.remove(conversation);
        }
        return changed(next, barred);
    }

    private Decision<Diary> given(
            Map<String, DiaryHour> asked,
            @Nullable Map<String, Slot> reckoned,
            Instant now,
            Map<String, Instant> bars) {
        Map<String, DiaryHour> next = new HashMap<>(given);
        next.entrySet()
                .removeIf(held -> held.getValue().end().isBefore(now)
                        || asked.containsKey(held.getKey())
                                && held.getValue().start().isBefore(now));
        Map<String, Instant> left = new HashMap<>(bars);
        left.values().removeIf(start -> start.isBefore(now));
        boolean strange = reckoned != null
                && next.entrySet().stream().anyMatch(held -> !held.getValue().at(reckoned.get(held.getKey())));
        new TreeMap<>(asked).forEach((key, one) -> {
            if (!strange
                    && !next.containsKey(key)
                    && !bars.containsKey(one.claim() + key)
                    && next.values().stream().noneMatch(one::overlaps)) {
                next.put(key, one);
            }
        });
        return changed(next, left);
    }

    private Map<String, DiaryHour> without(String key) {
        Map<String, DiaryHour> left = new HashMap<>(given);
        left.remove(key);
        return left;
    }

    private Decision<Diary> changed(Map<String, DiaryHour> next, Map<String, Instant> bars) {
        return next.equals(given) && bars.equals(barred)
                ? Decision.unchanged()
                : Decision.accept(new Diary(next, bars));
    }
}
