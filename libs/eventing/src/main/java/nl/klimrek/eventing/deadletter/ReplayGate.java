package nl.klimrek.eventing.deadletter;

/**
 * Says whether a dead letter may be replayed now. A group that was restored from a backup reads again what lies before the
 * letter. Replayed earlier, the letter would have its effect before those events, and they would be taken for redelivered ones.
 */
@FunctionalInterface
public interface ReplayGate {

    /** Lets every replay through, for groups that are never restored. */
    ReplayGate OPEN = replay -> true;

    /** Whether the group has read past the place from which this letter was parked. */
    boolean isOpenFor(DeadLetterReplay replay);
}
