package nl.klimrek.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import nl.klimrek.contracts.Topics;
import nl.klimrek.eventing.inbox.EventHandlers;
import nl.klimrek.testkit.events.ReleasedEvents;
import org.junit.jupiter.api.Test;

class ReadsReleasedEventsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String organisation = RunningPeople.freshOrganisation();

    @Test
    void every_released_event_is_handled_also_with_fields_and_values_of_later_versions() {
        ReleasedEvents.givenTo(RunningPeople.bean(EventHandlers.class), RunningPeople.BACKEND.bootstrapServers())
                .in(organisation)
                .about(somebodyKnown())
                .from(Topics.HR_EMPLOYEES, "hr-" + organisation)
                .areRead();
        assertThat(items("/quarantine")).isEmpty();
    }

    private String somebodyKnown() {
        new HrSystem(organisation).employee("10", "2026-01-01");
        await().atMost(PATIENCE).until(() -> items("").size() == 1);
        return items("").get(0).path("person").asText();
    }

    private JsonNode items(String path) {
        return Api.hr(organisation).get(path + "?limit=10").json().path("items");
    }
}
