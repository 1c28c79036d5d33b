package nl.klimrek.portal;

import java.util.Map;
import nl.klimrek.eventing.inbox.EventHandlers;
import nl.klimrek.portal.fixture.RunningPortal;
import nl.klimrek.testkit.backend.Backend;
import nl.klimrek.testkit.events.ReleasedEvents;
import org.junit.jupiter.api.Test;

class ReadsReleasedEventsIT {

    @Test
    void every_released_event_is_handled_also_with_fields_and_values_of_later_versions() {
        try (RunningPortal portal = new RunningPortal(Map.of())) {
            ReleasedEvents.areReadBy(
                    portal.bean(EventHandlers.class), Backend.embedded().bootstrapServers());
        }
    }
}
