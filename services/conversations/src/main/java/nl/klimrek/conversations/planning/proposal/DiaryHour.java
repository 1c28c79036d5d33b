package nl.klimrek.conversations.planning.proposal;

import java.time.Instant;
import java.util.Objects;
import nl.klimrek.conversations.dialogue.scheduling.Slot;
import org.jspecify.annotations.Nullable;

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
record DiaryHour(
        Instant start,
        Instant end,
        @Nullable String claim,
        @Nullable String employee,
        @Nullable String manager,
        @Nullable Instant at) {

    static DiaryHour of(SlotRequest wish, String claim, Instant at) {
        Slot slot = Objects.requireNonNull(wish.slot(), "a request for an hour names it");
        return new DiaryHour(slot.start(), slot.end(), claim, wish.employee(), wish.manager(), at);
    }

    Slot slot() {
        return new Slot(start, end);
    }

    boolean at(@Nullable Slot slot) {
        return slot != null && start.equals(slot.start()) && end.equals(slot.end());
    }

    boolean givenAfter(Instant moment) {
        return at != null && at.isAfter(moment);
    }

    boolean overlaps(DiaryHour other) {
        return start.isBefore(other.end) && other.start.isBefore(end);
    }
}
