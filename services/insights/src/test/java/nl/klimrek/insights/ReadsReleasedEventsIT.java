package nl.klimrek.insights;

import nl.klimrek.eventing.inbox.EventHandlers;
import nl.klimrek.testkit.events.ReleasedEvents;
import org.junit.jupiter.api.Test;

class ReadsReleasedEventsIT {
    @Test
    void every_released_event_is_handled_even_with_fields_and_values_of_later_versions() {
        ReleasedEvents.areReadBy(
                InsightsUnderTest.SERVICE.bean(EventHandlers.class),
                InsightsUnderTest.SERVICE.backend().bootstrapServers());
    }
}
