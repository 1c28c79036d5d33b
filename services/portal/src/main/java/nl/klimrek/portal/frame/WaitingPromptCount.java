package nl.klimrek.portal.frame;

import com.fasterxml.jackson.databind.JsonNode;
import nl.klimrek.portal.gateway.Upstream;
import nl.klimrek.portal.reader.GuestLogin;
import nl.klimrek.portal.reader.Viewer;
import nl.klimrek.portal.services.ParallelCalls;
import nl.klimrek.portal.services.ServiceClient;
import org.springframework.stereotype.Component;

/** Counts the prompts that wait for a reader, in parallel with the page's other calls; 0 when unknown. */
@Component
class WaitingPromptCount {
    private static final String PATH = "/api/reminders?limit=10";
    private final ServiceClient services;
    private final ParallelCalls parallel;

    WaitingPromptCount(ServiceClient services, ParallelCalls parallel) {
        this.services = services;
        this.parallel = parallel;
    }

    ParallelCalls.Part<Integer> of(Viewer viewer) {
        if (viewer.is(GuestLogin.ROLE)) {
            return parallel.start(() -> 0);
        }
        return parallel.start(() -> services.list(viewer, Upstream.REMINDERS, PATH, JsonNode.class)
                .map(java.util.List::size)
                .orElse(0));
    }
}
