package nl.klimrek.portal.frame;

import com.fasterxml.jackson.databind.JsonNode;
import nl.klimrek.portal.reader.Services;
import nl.klimrek.portal.reader.Together;
import nl.klimrek.portal.reader.Viewer;
import nl.klimrek.portal.upstream.Service;
import org.springframework.stereotype.Component;

/** How many prompts wait for a reader; asked beside everything else that the page needs, and 0 when that is not known. */
@Component
class WaitingCount {
    private static final String PATH = "/api/reminders?limit=10";
    private final Services services;
    private final Together together;

    WaitingCount(Services services, Together together) {
        this.services = services;
        this.together = together;
    }

    Together.Part<Integer> of(Viewer viewer) {
        return together.ask(() -> services.list(viewer, Service.REMINDERS, PATH, JsonNode.class)
                .map(java.util.List::size)
                .orElse(0));
    }
}
