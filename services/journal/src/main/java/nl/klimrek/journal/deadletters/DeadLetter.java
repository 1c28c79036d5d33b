package nl.klimrek.journal.deadletters;

import java.util.Optional;
import nl.klimrek.contracts.journal.DeadLetterDiscarded;
import nl.klimrek.contracts.journal.DeadLetterParked;
import nl.klimrek.contracts.journal.DeadLetterReplayed;
import nl.klimrek.contracts.journal.DiscardReason;
import nl.klimrek.eventing.Decision;
import nl.klimrek.journal.parked.OriginalPosition;
import nl.klimrek.journal.parked.ParkedRecord;

/**
 * A record that a group could not take, from the moment it was parked. It waits, is given again (and may be parked once
 * more), or is discarded for good.
 *
 * @param id its id: when it was written and where it was, so that it is one and the same however often it is parked
 * @param origin where it was
 * @param parked as it lies parked now
 * @param status what became of it
 * @param attempt how often it was given again
 * @param discarded why it was discarded; null while it is not
 */
public record DeadLetter(
        String id, OriginalPosition origin, ParkedRecord parked, Status status, int attempt, DiscardReason discarded) {

    /** What became of it. */
    public enum Status {
        /** It waits for somebody to say what is to be done. */
        PARKED,
        /** It was given again; if that fails, it is parked once more. */
        REPLAYED,
        /** It will not be given again. */
        DISCARDED
    }

    /** It was parked, for the first time or after it was given again. What is known already changes nothing. */
    static Decision<DeadLetter> parked(
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

    /** Gives it again; what is on its way already is not given twice. */
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

    /** Discards it for good. What was given again can not be called back. */
    Decision<DeadLetter> discard(DiscardReason reason) {
        return switch (status) {
            case PARKED -> discarded(reason);
            case REPLAYED -> Decision.refuse("dead-letter-replayed");
            case DISCARDED -> Decision.unchanged();
        };
    }

    /** It could not be given again, because where it was parked it is no more. */
    Decision<DeadLetter> expired(int given) {
        return status == Status.REPLAYED && attempt == given ? discarded(DiscardReason.EXPIRED) : Decision.unchanged();
    }

    /** Whether it waits for somebody. */
    boolean waits() {
        return status == Status.PARKED;
    }

    private Decision<DeadLetter> discarded(DiscardReason reason) {
        return Decision.accept(
                new DeadLetter(id, origin, parked, Status.DISCARDED, attempt, reason),
                new DeadLetterDiscarded(id, origin.group(), reason));
    }
}
