package nl.klimrek.popforms.goal;

import java.time.LocalDate;
import java.util.List;
import nl.klimrek.contracts.popforms.Barrier;
import nl.klimrek.contracts.popforms.Factor;
import org.jspecify.annotations.Nullable;

/**
 * Why a goal is stalled.
 *
 * @param barriers the barriers, at least one
 * @param blockedFactor which of the five factors blocks it; on {@code MOGEN} the manager must act; may be null
 * @param since day on which the owner reported it
 */
public record Stall(List<Barrier> barriers, @Nullable Factor blockedFactor, LocalDate since) {

    public Stall {
        barriers = barriers.stream().distinct().toList();
        if (barriers.isEmpty() || since == null) {
            throw new IllegalArgumentException("something is in the way, since some day");
        }
    }
}
