package nl.klimrek.journal.timeline;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * An entry as a reader sees it; facts and codes only.
 *
 * @param position place in the organisation's chain
 * @param id event id
 * @param type CloudEvents type
 * @param source who published it
 * @param topic topic it came from
 * @param subject id of the aggregate
 * @param sequence place in the aggregate's stream; 0 for an erasure
 * @param time when it became a fact
 * @param actor who did it
 * @param correlation ties the steps of one undertaking together
 * @param causation id of the event that led to it
 * @param person whose it is
 * @param journalledAt when the journal took it in
 * @param content what is kept of the data
 * @param data the data, where it is facts
 * @param hash of this entry and, through the one before it, of all before it
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
        String actor,
        String correlation,
        String causation,
        String person,
        Instant journalledAt,
        String content,
        JsonNode data,
        String hash) {}
