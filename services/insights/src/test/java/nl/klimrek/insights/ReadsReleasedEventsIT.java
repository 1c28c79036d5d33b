package nl.klimrek.insights;

import nl.klimrek.eventing.inbox.EventHandlers;
import nl.klimrek.testkit.events.ReleasedEvents;
import nl.klimrek.testkit.service.ServiceUnderTest;
import org.junit.jupiter.api.Test;

class ReadsReleasedEventsIT {
    @Test
    void every_released_event_is_handled_even_with_fields_and_values_of_later_versions() {
        try (ServiceUnderTest insights =
                ServiceUnderTest.of(InsightsService.class, InsightsService.NAME).start()) {
            ReleasedEvents.areReadBy(
                    insights.bean(EventHandlers.class), insights.backend().bootstrapServers());
        }
    }
}
