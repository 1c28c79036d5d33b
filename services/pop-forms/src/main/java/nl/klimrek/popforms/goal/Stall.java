package nl.klimrek.popforms.goal;

import java.time.LocalDate;
import java.util.List;
import nl.klimrek.contracts.popforms.Barrier;
import nl.klimrek.contracts.popforms.Factor;
import org.jspecify.annotations.Nullable;

/**
 * Why a goal is stalled.
 *
 * @param barriers the barriers; none while only the clock found it, and the owner has not said why
 * @param blockedFactor which of the five factors blocks it; on {@code MOGEN} the manager must act; may be null
 * @param since day on which the owner reported it, or the clock found it
 */
public record Stall(List<Barrier> barriers, @Nullable Factor blockedFactor, LocalDate since) {

    public Stall {
        barriers = barriers.stream().distinct().toList();
        if (since == null) {
            throw new IllegalArgumentException("a goal is stalled since some day");
        }
    }

    /** What the clock knows: nothing happened. */
    public static Stall found(LocalDate today) {
        return new Stall(List.of(), null, today);
    }
}
