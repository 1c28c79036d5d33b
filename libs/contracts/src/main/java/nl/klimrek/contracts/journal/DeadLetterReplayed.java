package nl.klimrek.contracts.journal;

import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.Topics;

/**
 * An operator replayed a parked record to the group that parked it, and to no other.
 *
 * @param deadLetter id of the dead letter
 * @param group consumer group that parked it
 * @param attempt number of replays, this one included
 */
@EventContract(type = "nl.klimrek.journal.dead-letter-replayed.v1", topic = Topics.JOURNAL_CHECKPOINTS)
public record DeadLetterReplayed(String deadLetter, String group, int attempt) {}
