package nl.klimrek.journal.timeline;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Objects;

/**
 * An entry of the reader's access log: somebody's access to their content.
 *
 * @param position place in the organisation's chain
 * @param time time of the access
 * @param viewer person id of the viewer
 * @param content code of the kind of content
 * @param allowedBecause code of the right that allowed it
 * @param source service that gave access
 */
record AccessLogView(long position, Instant time, String viewer, String content, String allowedBecause, String source) {

    static AccessLogView of(EntryView entry) {
        JsonNode data = Objects.requireNonNull(entry.data(), "data");
        return new AccessLogView(
                entry.position(),
                entry.time(),
                data.path("viewer").asText(),
                data.path("content").asText(),
                data.path("allowedBecause").asText(),
                entry.source());
    }
}
