package nl.klimrek.journal.timeline;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entry in the API: ids and codes only.
 *
 * @param position place in the organisation's chain
 * @param id event id
 * @param type CloudEvents type
 * @param source publishing service
 * @param topic topic
 * @param subject id of the aggregate
 * @param sequence place in the aggregate's stream; 0 for an erasure
 * @param time time of the event
 * @param actor person id or {@code system:<name>}
 * @param correlation correlation id of the business transaction
 * @param causation id of the causing event
 * @param person the partition key without the organisation
 * @param journalledAt time of the append
 * @param content kind of content
 * @param data the data of a known event type
 * @param hash hash of this entry and of all entries before it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EntryView(
        long position,
        String id,
        String type,
        String source,
        String topic,
        String subject,
        long sequence,
        Instant time,
        @Nullable String actor,
        @Nullable String correlation,
        @Nullable String causation,
        String person,
        Instant journalledAt,
        String content,
        @Nullable JsonNode data,
        String hash) {}
