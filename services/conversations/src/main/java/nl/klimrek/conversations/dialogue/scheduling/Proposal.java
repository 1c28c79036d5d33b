package nl.klimrek.conversations.dialogue.scheduling;

import java.util.EnumSet;
import java.util.Set;
import nl.klimrek.contracts.conversations.Side;

/**
 * A proposed slot.
 *
 * @param slot when
 * @param by who proposed it; the other side answers
 * @param outside in what it is not as usual, which its proposer knows; mostly nothing
 */
public record Proposal(Slot slot, Side by, Set<SlotDeviation> outside) {

    /** A proposal that was stored before deviations were kept has none. */
    public Proposal {
        outside = outside == null || outside.isEmpty() ? Set.of() : EnumSet.copyOf(outside);
    }

    /** One within the window and the working time of both. */
    public Proposal(Slot slot, Side by) {
        this(slot, by, Set.of());
    }
}
