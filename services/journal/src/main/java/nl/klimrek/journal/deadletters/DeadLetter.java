package nl.klimrek.journal.deadletters;

import java.util.Optional;
import nl.klimrek.contracts.journal.DeadLetterDiscarded;
import nl.klimrek.contracts.journal.DeadLetterParked;
import nl.klimrek.contracts.journal.DeadLetterReplayed;
import nl.klimrek.contracts.journal.DiscardReason;
import nl.klimrek.eventing.Decision;
import nl.klimrek.journal.parked.OriginalPosition;
import nl.klimrek.journal.parked.ParkedRecord;
import org.jspecify.annotations.Nullable;

/**
 * A record that a group could not process. It waits, is replayed and perhaps parked again, or is discarded for good.
 *
 * @param id id from the record's time and original position, so that it stays the same after a replay
 * @param origin original position
 * @param parked the parked record
 * @param attempt number of replays
 * @param discarded reason for discarding; null unless discarded
 */
public record DeadLetter(
        String id,
        OriginalPosition origin,
        ParkedRecord parked,
        Status status,
        int attempt,
        @Nullable DiscardReason discarded) {

    /** The status of a dead letter. */
    public enum Status {
        /** Waits for a decision. */
        PARKED,
        /** Replayed; parked again when that fails. */
        REPLAYED,
        /** Never replayed again. */
        DISCARDED
    }

    /** Records that it was parked, for the first time or after a replay. A known state changes nothing. */
    static Decision<DeadLetter> park(
            Optional<DeadLetter> before, String id, OriginalPosition origin, ParkedRecord parked) {
        boolean failedAgain = before.filter(
                        known -> known.status == Status.REPLAYED && known.attempt == parked.attempt())
                .isPresent();
        if (before.isPresent() && !failedAgain) {
            return Decision.unchanged();
        }
        DeadLetter letter = new DeadLetter(id, origin, parked, Status.PARKED, parked.attempt(), null);
        return Decision.accept(
                letter,
                new DeadLetterParked(
                        id,
                        origin.topic(),
                        origin.group(),
                        origin.partition(),
                        origin.offset(),
                        parked.reason(),
                        parked.attempt(),
                        Math.max(0, parked.bytes()),
                        parked.digest(),
                        parked.eventId(),
                        parked.eventType(),
                        parked.eventSubject()));
    }

    /** Replays it. A replay under way is not repeated. */
    Decision<DeadLetter> replay() {
        return switch (status) {
            case PARKED ->
                Decision.accept(
                        new DeadLetter(id, origin, parked, Status.REPLAYED, attempt + 1, null),
                        new DeadLetterReplayed(id, origin.group(), attempt + 1));
            case REPLAYED -> Decision.unchanged();
            case DISCARDED -> Decision.refuse("dead-letter-discarded");
        };
    }

    /** Discards it for good. A replay under way cannot be undone. */
    Decision<DeadLetter> discard(DiscardReason reason) {
        return switch (status) {
            case PARKED -> discarded(reason);
            case REPLAYED -> Decision.refuse("dead-letter-replayed");
            case DISCARDED -> Decision.unchanged();
        };
    }

    /** Discards a replayed record that its topic no longer has. */
    Decision<DeadLetter> expire(int replayAttempt) {
        return status == Status.REPLAYED && attempt == replayAttempt
                ? discarded(DiscardReason.EXPIRED)
                : Decision.unchanged();
    }

    /** Whether it waits for a decision. */
    boolean waits() {
        return status == Status.PARKED;
    }

    private Decision<DeadLetter> discarded(DiscardReason reason) {
        return Decision.accept(
                new DeadLetter(id, origin, parked, Status.DISCARDED, attempt, reason),
                new DeadLetterDiscarded(id, origin.group(), reason));
    }
}
