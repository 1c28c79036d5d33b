package nl.klimrek.eventing.metrics;

import java.time.Duration;
import java.time.Instant;

/** The real rule about readers that were away. */
public final class SimulatedAbsence {

    private SimulatedAbsence() {}

    /** Whether an operator is told that deletions may be missing. */
    public static boolean isAlarm(Instant lastNoted, Instant now, Duration deletionsKept) {
        return MissedDeletions.arePossible(lastNoted, now, deletionsKept);
    }
}
