package nl.klimrek.popforms.goal;

import java.time.LocalDate;
import java.util.List;
import nl.klimrek.contracts.popforms.Barrier;
import nl.klimrek.contracts.popforms.Factor;

/**
 * Why a goal does not move.
 *
 * @param barriers what is in the way, at least one
 * @param blockedFactor which of the five factors blocks it; {@code MOGEN} is for the manager to act on; may be null
 * @param since day it was said
 */
public record Stall(List<Barrier> barriers, Factor blockedFactor, LocalDate since) {

    public Stall {
        barriers = barriers.stream().distinct().toList();
        if (barriers.isEmpty() || since == null) {
            throw new IllegalArgumentException("something is in the way, since some day");
        }
    }
}
