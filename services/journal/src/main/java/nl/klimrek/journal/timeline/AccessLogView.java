package nl.klimrek.journal.timeline;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * Somebody's look at the reader's file.
 *
 * @param position place in the organisation's chain
 * @param time when
 * @param viewer person id of the one who looked
 * @param content code of the kind of content
 * @param allowedBecause code of the right by which it was allowed
 * @param source service that showed it
 */
record AccessLogView(long position, Instant time, String viewer, String content, String allowedBecause, String source) {

    static AccessLogView of(EntryView look) {
        JsonNode data = look.data();
        return new AccessLogView(
                look.position(),
                look.time(),
                data.path("viewer").asText(),
                data.path("content").asText(),
                data.path("allowedBecause").asText(),
                look.source());
    }
}
