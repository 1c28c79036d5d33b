package nl.klimrek.conversations.appointment;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import nl.klimrek.conversations.dialogue.scheduling.Slot;
import nl.klimrek.eventing.Refusal;
import nl.klimrek.eventing.RefusedException;
import org.jspecify.annotations.Nullable;

/**
 * A slot as a caller sends it.
 *
 * @param outside true if it may be outside the window or the working time of one of the two; absent for false
 */
record SlotBody(
        @NotNull Instant slotStart,
        @NotNull Instant slotEnd,
        @Nullable Boolean outside) {

    Slot slot() {
        return slot(slotStart, slotEnd);
    }

    static Slot slot(@Nullable Instant start, @Nullable Instant end) {
        if (start == null || end == null || !Slot.possible(start, end)) {
            throw new RefusedException(Refusal.of("slot-impossible", "hours", Slot.MAX_DURATION.toHours()));
        }
        return new Slot(start, end);
    }
}
