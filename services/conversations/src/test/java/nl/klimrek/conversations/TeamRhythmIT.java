package nl.klimrek.conversations;

import static nl.klimrek.testkit.service.TestClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import nl.klimrek.testkit.service.TestClient;
import org.junit.jupiter.api.Test;

class TeamRhythmIT {

    private final Company company =
            new Company().joins(null, "dora").joins("dora", "mark", "nora").joins("mark", "emma", "cas");
    private final TestClient mark = company.as("mark");

    @Test
    void a_manager_sees_a_line_for_each_report_and_never_the_own_conversation_with_the_own_manager() {
        Talk own = Talk.asked(company, "mark", "dora");
        Talk talk = Talk.asked(company, "emma", "mark").recorded();
        ConversationsUnderTest.SERVICE.awaitConsumed();
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            JsonNode lines = mark.get("/conversations/team").ok().json().path("items");
            assertThat(lines.findValuesAsText("employee")).containsExactly("cas", "emma");
            assertThat(lines.path(0).path("open")).isEmpty();
            assertThat(lines.path(1).path("last").path("conversation").asText()).isEqualTo(talk.id);
            assertThat(lines.path(1).path("last").path("heldOn").asText()).isEqualTo(Talk.day(0));
            assertThat(lines.path(1).path("open").path(0).path("asked").asText())
                    .isEqualTo("CONFIRM");
            assertThat(lines.path(1).path("months").path(0).path("held").asInt())
                    .isEqualTo(1);
            assertThat(lines.toString()).doesNotContain(own.id).doesNotContain("zebrafish");
        });
    }

    @Test
    void one_report_is_shown_to_the_present_manager_only() {
        Talk talk = Talk.asked(company, "emma", "mark");
        ConversationsUnderTest.SERVICE.awaitConsumed();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(mark.get("/conversations/team/emma")
                                .ok()
                                .json()
                                .path("talks")
                                .findValuesAsText("conversation"))
                        .containsExactly(talk.id));
        for (String who : new String[] {"emma", "nora", "dora"}) {
            assertThat(company.as(who).get("/conversations/team/emma").status())
                    .as(who)
                    .isEqualTo(403);
        }
        company.changesManager("emma", "nora");
        assertThat(mark.get("/conversations/team/emma").status()).isEqualTo(403);
        assertThat(mark.get("/conversations/team").ok().json().path("items").findValuesAsText("employee"))
                .containsExactly("cas");
    }

    @Test
    void a_career_conversation_outside_the_line_only_says_that_time_is_needed() {
        String career = company.as("emma")
                .post("/conversations", json("{'type':'CAREER','counterpart':'nora'}"))
                .ok()
                .text("/id");
        ConversationsUnderTest.SERVICE.awaitConsumed();
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            JsonNode emma = mark.get("/conversations/team/emma").ok().json();
            assertThat(emma.path("line").path("timeNeeded").path("from").asText())
                    .isEqualTo(Talk.day(0));
            assertThat(emma.toString()).doesNotContain(career).doesNotContain("nora");
        });
    }
}
