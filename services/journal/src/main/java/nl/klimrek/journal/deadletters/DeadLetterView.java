package nl.klimrek.journal.deadletters;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import nl.klimrek.contracts.journal.DiscardReason;

/**
 * A dead letter as it is shown; its content never is.
 *
 * @param id its id
 * @param status what became of it
 * @param topic topic the record was on
 * @param group who could not take it
 * @param partition its partition there
 * @param offset its offset there
 * @param at when it was parked
 * @param reason code of why it could not be taken
 * @param explanation the same for a person, in the reader's language
 * @param attempts how often it was given again
 * @param eventId id of the event in it; absent where it can not be read
 * @param eventType type of the event in it; absent where it can not be read
 * @param eventSubject what that event is about; absent where it is not certain
 * @param bytes size of its content
 * @param digest SHA-256 of its content, in hex
 * @param discardedBecause why it was discarded; absent while it is not
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DeadLetterView(
        String id,
        DeadLetter.Status status,
        String topic,
        String group,
        int partition,
        long offset,
        Instant at,
        String reason,
        String explanation,
        int attempts,
        String eventId,
        String eventType,
        String eventSubject,
        long bytes,
        String digest,
        DiscardReason discardedBecause) {}
