package nl.klimrek.journal.deadletters;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import nl.klimrek.contracts.journal.DiscardReason;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter in the API, without its content.
 *
 * @param id its id
 * @param status its status
 * @param topic topic the record was on
 * @param group group that could not process it
 * @param partition its partition there
 * @param offset its offset there
 * @param at time of parking
 * @param reason code of the failure
 * @param explanation the failure in words, in the reader's language
 * @param attempts number of replays
 * @param eventId id of its event; absent when it cannot be read
 * @param eventType type of its event; absent when it cannot be read
 * @param eventSubject subject of its event; absent when it is not certain
 * @param bytes size of its content
 * @param digest SHA-256 of its content, in hex
 * @param discardedBecause reason for discarding; absent unless discarded
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
        @Nullable String eventId,
        @Nullable String eventType,
        @Nullable String eventSubject,
        long bytes,
        String digest,
        @Nullable DiscardReason discardedBecause) {}
