package nl.klimrek.contracts.journal;

import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.Topics;

/**
 * An operator discarded a parked record; it will not be replayed.
 *
 * @param deadLetter id of the dead letter
 * @param group consumer group that parked it
 * @param reason why
 */
@EventContract(type = "nl.klimrek.journal.dead-letter-discarded.v1", topic = Topics.JOURNAL_CHECKPOINTS)
public record DeadLetterDiscarded(String deadLetter, String group, DiscardReason reason) {}
