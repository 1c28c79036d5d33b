package nl.klimrek.conversations;

import static nl.klimrek.testkit.events.EventFixture.anEvent;
import static nl.klimrek.testkit.service.TestClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import nl.klimrek.contracts.popforms.ActivityCompleted;
import nl.klimrek.contracts.popforms.ActivityDropped;
import nl.klimrek.contracts.popforms.ActivityPlanned;
import nl.klimrek.contracts.popforms.Factor;
import nl.klimrek.contracts.popforms.GoalChanged;
import nl.klimrek.contracts.popforms.GoalDropped;
import nl.klimrek.contracts.popforms.GoalSet;
import nl.klimrek.contracts.popforms.GoalStalled;
import nl.klimrek.servicekit.security.Role;
import nl.klimrek.testkit.service.TestClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What each side prepares on, and what is on it by itself. */
class PreparationIT {

    private static final LocalDate TARGET = LocalDate.parse("2027-03-01");
    private final Company company = new Company().joins(null, "mark", "coco").joins("mark", "emma");
    private final Talk talk = Talk.asked(company, "emma", "mark");
    private final TestClient emma = talk.employee;
    private final TestClient mark = talk.counterpart;

    @Test
    void both_sides_prepare_the_five_factors_each_from_its_own_end() {
        JsonNode employee = sheet(emma, talk.id).path("factors");
        JsonNode manager = sheet(mark, talk.id).path("factors");
        assertThat(employee.findValuesAsText("duty")).contains("INFORM", "STIMULATE", "HELP", "TRUST", "FACILITATE");
        for (int i = 0; i < 5; i++) {
            assertThat(employee.get(i).path("factor")).isEqualTo(manager.get(i).path("factor"));
            assertThat(employee.get(i).path("yours").path("id"))
                    .isEqualTo(manager.get(i).path("mirrored").path("id"));
            assertThat(employee.get(i).path("mirrored").path("id"))
                    .isEqualTo(manager.get(i).path("yours").path("id"));
        }
        talk.step(emma, "preparation", "{'answers':[{'question':'i-dare','text':'To lead a project'}]}")
                .ok();
        talk.step(mark, "preparation", "{'answers':[{'question':'duty-trust','text':'I let it go'}]}")
                .ok();
        assertThat(talk.seenBy(emma).text("/mine/answers/0/question")).isEqualTo("i-dare");
        assertThat(talk.seenBy(emma).json().path("theirs").path("answers").isMissingNode())
                .isTrue();
    }

    @Test
    void goals_and_activities_are_filled_in_as_codes_and_a_private_goal_is_ever_only_the_employees() {
        tell(goal("g-open", false));
        tell(goal("g-private", true));
        tell(goal("g-dropped", false));
        tell(activity("g-open", "a-open"));
        tell(activity("g-private", "a-private"));
        tell(activity("g-unheard-of", "a-unknown"));
        tell(new ActivityCompleted("pop-emma", "emma", "g-open", "a-open", TARGET.minusDays(30)));
        tell(new GoalStalled("pop-emma", "emma", "g-open", List.of(), Factor.MOGEN));
        tell(new GoalDropped("pop-emma", "emma", "g-dropped", "a".repeat(64)));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(sheet(emma, talk.id).path("goals").findValuesAsText("id"))
                                .containsExactly("g-open", "a-open", "g-private", "a-private"));
        JsonNode seen = sheet(mark, talk.id).path("goals");
        assertThat(seen.findValuesAsText("id")).containsExactly("g-open", "a-open");
        assertThat(seen.get(0).path("state").asText()).isEqualTo("STALLED");
        assertThat(seen.get(0).path("blockedBy").asText()).isEqualTo("MOGEN");
        assertThat(seen.get(0).path("activities").get(0).path("completedOn").asText())
                .isEqualTo("2027-01-30");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(company.published())
                        .anyMatch(record -> record.data()
                                .contains("\"viewer\":\"mark\",\"person\":\"emma\",\"content\":\"GOALS\"")));
        String career = emma.post("/conversations", json("{'type':'CAREER','counterpart':'coco'}"))
                .ok()
                .text("/id");
        assertThat(sheet(company.as("coco", Role.COACH), career).path("goals")).isEmpty();
        assertThat(sheet(emma, career).path("goals")).hasSize(2);
    }

    @Test
    void a_goal_that_becomes_private_later_is_the_employee_s_alone_and_a_dropped_activity_is_gone() {
        tell(goal("g-open", false));
        tell(goal("g-hidden", false));
        tell(activity("g-open", "a-open"));
        tell(activity("g-open", "a-dropped"));
        tell(changed("g-hidden", true));
        tell(new ActivityDropped("pop-emma", "emma", "g-open", "a-dropped"));
        tell(changed("g-open", false));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(sheet(emma, talk.id).path("goals").findValuesAsText("targetDate"))
                                .containsExactly("2027-04-01", "2027-04-01"));
        assertThat(sheet(emma, talk.id).path("goals").findValuesAsText("id"))
                .containsExactlyInAnyOrder("g-open", "a-open", "g-hidden");
        assertThat(sheet(mark, talk.id).path("goals").findValuesAsText("id")).containsExactly("g-open", "a-open");
    }

    @Test
    void nobody_but_the_two_gets_a_sheet() {
        for (TestClient other : List.of(company.hr(), company.as("coco", Role.COACH, Role.AUDITOR, Role.MANAGER))) {
            assertThat(other.get("/conversations/" + talk.id + "/preparation").problem())
                    .isEqualTo("403 forbidden");
        }
        Company strangers = new Company().joins(null, "emma");
        assertThat(strangers
                        .as("emma")
                        .get("/conversations/" + talk.id + "/preparation")
                        .problem())
                .isEqualTo("404 conversation-unknown");
    }

    @ParameterizedTest
    @ValueSource(strings = {"EMPLOYEE", "MANAGER", "SHARED", "ORGANISATION"})
    void an_open_agreement_of_any_owner_is_on_the_next_agenda_of_any_type_until_it_is_settled(String owner) {
        talk.confirmed();
        String agreement = talk.step(
                        mark, "agreements", "{'text':'Try it','owner':'" + owner + "','dueDate':'" + Talk.day(5) + "'}")
                .ok()
                .text("/id");
        talk.step(emma, "closing", "").ok();
        String next = mark.post("/conversations", json("{'type':'CHECK_IN','employee':'emma'}"))
                .ok()
                .text("/id");
        for (TestClient side : List.of(emma, mark)) {
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(
                                    sheet(side, next).path("carriedOver").findValuesAsText("id"))
                            .containsExactly(agreement));
            assertThat(side.get("/conversations/" + next + "/agenda").ok().text("/carriedOver/0/owner"))
                    .isEqualTo(owner);
        }
        talk.step(
                        "EMPLOYEE".equals(owner) ? mark : emma,
                        "agreements/" + agreement + "/dropping",
                        "{'reason':'No longer'}")
                .ok();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(sheet(mark, next).path("carriedOver")).isEmpty());
    }

    private static JsonNode sheet(TestClient reader, String conversation) {
        return reader.get("/conversations/" + conversation + "/preparation")
                .ok()
                .json();
    }

    private void tell(Record fact) {
        company.publish("pop-emma", "emma", fact);
    }

    private static GoalSet goal(String id, boolean keptPrivate) {
        return anEvent(GoalSet.class)
                .with("pop", "pop-emma")
                .with("employee", "emma")
                .with("goal", id)
                .with("purpose", "BROADEN")
                .with("targetDate", TARGET)
                .without("conversation")
                .with("keptPrivate", keptPrivate)
                .build();
    }

    private static GoalChanged changed(String id, boolean keptPrivate) {
        return anEvent(GoalChanged.class)
                .with("pop", "pop-emma")
                .with("employee", "emma")
                .with("goal", id)
                .with("purpose", "ANTICIPATE")
                .with("targetDate", TARGET.plusMonths(1))
                .without("conversation")
                .with("keptPrivate", keptPrivate)
                .build();
    }

    private static ActivityPlanned activity(String goal, String id) {
        return anEvent(ActivityPlanned.class)
                .with("pop", "pop-emma")
                .with("employee", "emma")
                .with("goal", goal)
                .with("activity", id)
                .with("form", "INFORMAL")
                .with("mode", "SHADOWING")
                .with("effortMinutes", 120)
                .without("costCents")
                .without("startsOn")
                .without("endsOn")
                .without("applyBy")
                .build();
    }
}
