package nl.klimrek.conversations;

import static nl.klimrek.testkit.service.TestClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import nl.klimrek.testkit.service.HttpAnswer;
import nl.klimrek.testkit.service.TestClient;
import org.junit.jupiter.api.Test;

/** A team talks about what it wants together; only who belongs to it now takes part. */
class TeamDialogueIT {

    private static final String PATH = "/conversations/team-dialogues";

    private final Company company = new Company()
            .joins(null, "mark", "nora")
            .joins("mark", "emma", "cas")
            .joins("nora", "dora");
    private final TestClient mark = company.as("mark");
    private final TestClient emma = company.as("emma");

    @Test
    void a_team_goes_from_planned_to_closed_with_shared_goals_and_what_members_offer() {
        String id = planned();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        assertThat(emma.get(PATH).ok().text("/items/0/id")).isEqualTo(id));
        step(mark, id, "invitation", Talk.slot(2)).ok();
        String goal =
                step(emma, id, "goals", "{'text':'Fewer zebrafish lost'}").ok().text("/id");
        step(emma, id, "goals/" + goal + "/contributions", "{'text':'I learn zebrafish care'}")
                .ok();
        step(company.as("cas"), id, "goals/" + goal + "/contributions", "{'text':'I write zebrafish rules'}")
                .ok();
        JsonNode seen = mark.get(PATH + "/" + id).ok().json();
        assertThat(seen.at("/goals/0/contributions/emma").asText()).isEqualTo("I learn zebrafish care");
        assertThat(seen.path("questions").size()).isBetween(3, 7);
        assertThat(seen.path("youLead").booleanValue()).isTrue();
        assertThat(emma.get(PATH + "/" + id).ok().json().path("youLead").asText())
                .isEqualTo("false");
        assertThat(emma.get(PATH).ok().json().at("/items/0/youLead").asText()).isEqualTo("false");
        assertThat(step(mark, id, "closing", "").problem()).isEqualTo("409 step-not-possible");
        step(mark, id, "holding", "{'present':3}").ok();
        assertThat(step(mark, id, "closing", "").problem()).isEqualTo("409 agreement-needed");
        String agreement = step(
                        emma,
                        id,
                        "agreements",
                        "{'text':'Zebrafish day','owner':'cas','dueDate':'%s'}".formatted(Talk.day(14)))
                .ok()
                .text("/id");
        step(mark, id, "closing", "").ok();
        step(emma, id, "agreements/" + agreement + "/keeping", "").ok();
        assertThat(step(emma, id, "agreements/" + agreement + "/dropping", "").problem())
                .isEqualTo("409 agreement-settled");
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(company.typesOf(id))
                    .contains(
                            "team-dialogue-planned",
                            "team-dialogue-invited",
                            "team-goal-set",
                            "team-contribution-offered",
                            "team-dialogue-held",
                            "team-agreement-made",
                            "team-dialogue-closed",
                            "team-agreement-settled");
            assertThat(company.disclosures())
                    .contains("mark TEAM_CONTRIBUTION emma SHARED", "mark TEAM_CONTRIBUTION cas SHARED");
        });
        assertThat(company.published())
                .noneMatch(event -> event.data().toLowerCase(Locale.ROOT).contains("zebrafish"));
    }

    @Test
    void only_members_and_the_present_manager_take_part_and_only_the_manager_leads() {
        String id = planned();
        Company other = new Company().joins(null, "mark").joins("mark", "emma");
        for (TestClient stranger : List.of(company.as("dora"), company.as("nora"), company.hr())) {
            assertThat(stranger.get(PATH + "/" + id).problem()).isEqualTo("403 forbidden");
            assertThat(step(stranger, id, "goals", "{'text':'x'}").problem()).isEqualTo("403 forbidden");
        }
        assertThat(other.as("emma").get(PATH + "/" + id).problem()).isEqualTo("404 team-dialogue-unknown");
        assertThat(step(emma, id, "invitation", Talk.slot(2)).problem()).isEqualTo("403 forbidden");
        assertThat(emma.post(PATH, json("{'team':'team of mark'}")).problem()).isEqualTo("403 forbidden");
        assertThat(company.as("nora")
                        .post(PATH, json("{'team':'team of mark'}"))
                        .problem())
                .isEqualTo("403 forbidden");
        String goal = step(mark, id, "goals", "{'text':'Together'}").ok().text("/id");
        assertThat(step(mark, id, "goals/" + goal + "/contributions", "{'text':'x'}")
                        .problem())
                .isEqualTo("409 contribution-of-members");
        company.changesManager("emma", "nora");
        assertThat(emma.get(PATH + "/" + id).problem()).as("another team now").isEqualTo("403 forbidden");
        assertThat(step(emma, id, "goals", "{'text':'x'}").problem()).isEqualTo("403 forbidden");
    }

    @Test
    void planned_twice_with_one_key_is_one_and_closing_at_once_closes_once() {
        HttpAnswer first = mark.withIdempotencyKey("same")
                .post(PATH, json("{'team':'team of mark'}"))
                .ok();
        assertThat(mark.withIdempotencyKey("same")
                        .post(PATH, json("{'team':'team of mark'}"))
                        .ok()
                        .json())
                .isEqualTo(first.json());
        String id = first.text("/id");
        step(mark, id, "invitation", Talk.slot(2)).ok();
        step(mark, id, "holding", "{'present':2}").ok();
        assertThat(IntStream.range(0, 4)
                        .mapToObj(i -> CompletableFuture.supplyAsync(
                                () -> step(mark, id, "closing", "{'noActionReason':'Reason %d'}".formatted(i))
                                        .status()))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join))
                .containsOnlyOnce(200)
                .containsOnly(200, 409);
    }

    private String planned() {
        return mark.post(PATH, json("{'team':'team of mark'}")).ok().text("/id");
    }

    private static HttpAnswer step(TestClient by, String id, String step, String body) {
        return by.post(PATH + "/" + id + "/" + step, json(body));
    }
}
