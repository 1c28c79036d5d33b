package nl.klimrek.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import nl.klimrek.contracts.Topics;
import nl.klimrek.eventing.inbox.EventHandlers;
import nl.klimrek.testkit.events.ReleasedEvents;
import nl.klimrek.testkit.service.ServiceUnderTest;
import org.junit.jupiter.api.Test;

class ReadsReleasedEventsIT {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final String organisation = ServiceUnderTest.freshOrganisation();

    @Test
    void every_released_event_is_handled_also_with_fields_and_values_of_later_versions() {
        ReleasedEvents.givenTo(
                        PeopleUnderTest.SERVICE.bean(EventHandlers.class),
                        PeopleUnderTest.SERVICE.backend().bootstrapServers())
                .in(organisation)
                .about(somebodyKnown())
                .from(Topics.HR_EMPLOYEES, "hr-" + organisation)
                .areRead();
        assertThat(items("/quarantine")).isEmpty();
    }

    private String somebodyKnown() {
        new HrSystem(organisation).employee("10", "2026-01-01");
        await().atMost(TIMEOUT).until(() -> items("").size() == 1);
        return items("").get(0).path("person").asText();
    }

    private JsonNode items(String path) {
        return PeopleUnderTest.hr(organisation).get(path + "?limit=10").json().path("items");
    }
}
