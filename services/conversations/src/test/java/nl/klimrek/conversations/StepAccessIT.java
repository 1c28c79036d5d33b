package nl.klimrek.conversations;

import static nl.klimrek.testkit.service.TestClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import nl.klimrek.testkit.service.TestClient;
import org.junit.jupiter.api.Test;

/** Somebody who may not take a step learns nothing else that is wrong with it, nor how an earlier one of theirs went on. */
class StepAccessIT {

    private final Company company = new Company().joins(null, "mark", "nora").joins("mark", "emma", "otto");
    private final TestClient mark = as("mark");
    private final String conversation = "/conversations/"
            + as("emma").post("/conversations", json("{'type':'DEVELOPMENT'}")).text("id");

    @Test
    void a_stranger_does_not_learn_that_the_version_has_changed() {
        assertThat(mark.post(conversation + "/invitation", json(Talk.slot(2))).status())
                .isEqualTo(200);
        assertThat(as("otto")
                        .withIfMatch("\"1\"")
                        .post(conversation + "/acceptance", json("{}"))
                        .problem())
                .isEqualTo("403 forbidden");
        assertThat(as("emma")
                        .withIfMatch("\"1\"")
                        .post(conversation + "/acceptance", json("{}"))
                        .problem())
                .isEqualTo("412 version-stale");
    }

    @Test
    void a_former_manager_is_refused_also_when_repeating_a_request_or_reusing_its_key() {
        TestClient again = mark.withIdempotencyKey("one-key");
        assertThat(again.post(conversation + "/invitation", json(Talk.slot(2))).status())
                .isEqualTo(200);
        assertThat(again.post(conversation + "/invitation", json(Talk.slot(2))).status())
                .isEqualTo(200);
        company.changesManager("emma", "nora");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(again.post(conversation + "/invitation", json(Talk.slot(2)))
                                .problem())
                        .isEqualTo("403 forbidden"));
        assertThat(again.post(conversation + "/invitation", json(Talk.slot(3))).problem())
                .isEqualTo("403 forbidden");
    }

    private TestClient as(String person) {
        return ConversationsUnderTest.SERVICE.as(person, company.name).below("/api");
    }
}
