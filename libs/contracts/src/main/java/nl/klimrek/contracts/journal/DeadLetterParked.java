package nl.klimrek.contracts.journal;

import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.StringFormat;
import nl.klimrek.contracts.Topics;
import org.jspecify.annotations.Nullable;

/**
 * A consumer group could not take a record and parked it, whole; its content stays where it is parked.
 *
 * @param deadLetter id of the dead letter
 * @param topic topic the record was on
 * @param group consumer group that parked it
 * @param partition its partition there
 * @param offset its offset there
 * @param reason code of why it could not be processed
 * @param attempt number of replays before
 * @param bytes size of its content
 * @param digest SHA-256 of its content
 * @param eventId id of the event in it, where it can be read (may be null)
 * @param eventType type of the event in it, where it can be read (may be null)
 * @param eventSubject what the event in it is about, where it can be read and is the organisation's own (may be null)
 */
@EventContract(type = "nl.klimrek.journal.dead-letter-parked.v1", topic = Topics.JOURNAL_CHECKPOINTS)
public record DeadLetterParked(
        String deadLetter,
        @StringFormat(StringFormat.Kind.LONG_ID) String topic,
        String group,
        int partition,
        long offset,
        String reason,
        int attempt,
        long bytes,
        @StringFormat(StringFormat.Kind.COMMITMENT) String digest,
        @Nullable String eventId,
        @StringFormat(StringFormat.Kind.LONG_ID) @Nullable String eventType,
        @Nullable String eventSubject) {}
