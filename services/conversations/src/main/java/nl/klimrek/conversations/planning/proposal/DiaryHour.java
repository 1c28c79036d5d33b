package nl.klimrek.conversations.planning.proposal;

import java.time.Instant;
import nl.klimrek.conversations.dialogue.scheduling.Slot;

/**
 * An hour that is reserved for a conversation in the diary of a person.
 *
 * @param start start
 * @param end end
 * @param claim recognises the attempt that wrote it; null for one from before the hours of both were kept
 * @param employee person id of the one it is about; null likewise
 * @param manager person id of the one they talk with; null likewise
 * @param at when it was given; null likewise
 */
record DiaryHour(Instant start, Instant end, String claim, String employee, String manager, Instant at) {

    static DiaryHour of(SlotRequest wish, String claim, Instant at) {
        return new DiaryHour(wish.slot().start(), wish.slot().end(), claim, wish.employee(), wish.manager(), at);
    }

    Slot slot() {
        return new Slot(start, end);
    }

    boolean at(Slot slot) {
        return slot != null && start.equals(slot.start()) && end.equals(slot.end());
    }

    boolean givenAfter(Instant moment) {
        return at != null && at.isAfter(moment);
    }

    boolean overlaps(DiaryHour other) {
        return start.isBefore(other.end) && other.start.isBefore(end);
    }
}
