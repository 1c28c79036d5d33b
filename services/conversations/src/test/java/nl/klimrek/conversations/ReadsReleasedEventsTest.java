package nl.klimrek.conversations;

import nl.klimrek.eventing.inbox.EventHandlers;
import nl.klimrek.testkit.events.ReleasedEvents;
import org.junit.jupiter.api.Test;

class ReadsReleasedEventsTest {

    @Test
    void every_released_event_is_handled_also_with_fields_and_values_of_later_versions() {
        ReleasedEvents.areReadBy(
                RunningConversations.bean(EventHandlers.class), RunningConversations.BACKEND.bootstrapServers());
    }
}
