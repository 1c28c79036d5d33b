package nl.klimrek.journal;

import nl.klimrek.eventing.inbox.EventHandlers;
import nl.klimrek.testkit.events.ReleasedEvents;
import org.junit.jupiter.api.Test;

class ReadsReleasedEventsIT {

    @Test
    void every_released_event_is_handled_also_with_fields_and_values_of_later_versions() {
        ReleasedEvents.areReadBy(
                RunningJournals.SHARED.bean(0, EventHandlers.class), RunningJournals.SHARED.backend.bootstrapServers());
    }
}
