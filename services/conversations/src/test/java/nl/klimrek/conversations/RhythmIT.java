package nl.klimrek.conversations;

import static nl.klimrek.testkit.service.TestClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.StreamSupport;
import nl.klimrek.contracts.people.ContractKind;
import nl.klimrek.contracts.people.PersonChanged;
import nl.klimrek.contracts.people.PersonField;
import nl.klimrek.contracts.popforms.Barrier;
import nl.klimrek.contracts.popforms.GoalStalled;
import nl.klimrek.conversations.cycle.run.PlanningService;
import nl.klimrek.testkit.service.ServiceUnderTest;
import nl.klimrek.testkit.service.TestClient;
import org.junit.jupiter.api.Test;

/** The rhythm goes on by itself, and one occasion makes one conversation. */
class RhythmIT {

    private final Company company = new Company().joins(null, "mark", "nora").joins("mark", "emma", "finn");
    private final TestClient hr = company.hr();
    private final TestClient emma = company.as("emma");

    @Test
    void the_next_period_is_planned_once_when_its_lead_time_comes_whichever_instance_looks() {
        String cycle = planned();
        assertThat(hr.get("/cycles/" + cycle).ok().text("/nextPlanningOn")).isEqualTo(Talk.day(28));
        Talk declined =
                new Talk(checkIns("finn").get(0).path("conversation").asText(), company.as("finn"), company.as("mark"));
        declined.step(declined.employee, "decline", "{'reason':'I am on the train.'}")
                .ok();
        ConversationsUnderTest.bean(PlanningService.class).resume();
        assertThat(hr.get("/cycles/" + cycle).ok().text("/nextPlanningOn")).isEqualTo(Talk.day(28));

        ConversationsUnderTest.clock().advance(Duration.ofDays(29));
        try (ServiceUnderTest other = ConversationsUnderTest.startSecondInstance()) {
            CompletableFuture<Void> second = CompletableFuture.runAsync(
                    () -> other.bean(PlanningService.class).resume());
            ConversationsUnderTest.bean(PlanningService.class).resume();
            second.join();
            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                assertThat(checkIns("emma"))
                        .extracting(talk -> talk.path("windowFrom").asText())
                        .containsExactly(Talk.day(-29), Talk.day(13));
                assertThat(checkIns("finn")).hasSize(2).last().matches(talk -> talk.hasNonNull("slotStart"));
            });
            other.bean(PlanningService.class).resume();
        }
        assertThat(hr.get("/cycles/" + cycle).ok().text("/nextPlanningOn")).isEqualTo(Talk.day(41));
        assertThat(checkIns("emma")).hasSize(2);
        assertThat(declined.status()).isEqualTo("PLANNED");
    }

    @Test
    void what_is_asked_for_takes_the_place_of_what_was_due() {
        planned();
        String due = checkIns("emma").get(0).path("conversation").asText();
        String key = UUID.randomUUID().toString();
        for (int again = 0; again < 2; again++) {
            assertThat(emma.withIdempotencyKey(key)
                            .post("/conversations", json("{'type':'CHECK_IN'}"))
                            .ok()
                            .text("/id"))
                    .isEqualTo(due);
        }
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(checkIns("emma"))
                        .singleElement()
                        .matches(talk -> talk.path("reason").asText().equals("ASKED")
                                && talk.path("windowUntil").asText().equals(Talk.day(21))));
        assertThat(emma.post("/conversations", json("{'type':'CHECK_IN'}")).ok().text("/id"))
                .isNotEqualTo(due);
    }

    @Test
    void what_was_asked_for_before_is_not_planned_beside_until_it_is_cancelled() {
        Talk asked = new Talk(
                emma.post("/conversations", json("{'type':'CHECK_IN'}")).ok().text("/id"), emma, company.as("mark"));
        String cycle = cycle();
        JsonNode run = hr.post("/cycles/" + cycle + "/plan").ok().json();
        assertThat(run.path("planned").asInt()).isEqualTo(1);
        assertThat(run.at("/skipped/OTHER_IN_WINDOW").asInt()).isEqualTo(1);
        company.publish("pop-emma", "emma", new GoalStalled("pop-emma", "emma", "g", List.of(Barrier.TIME), null));
        ConversationsUnderTest.SERVICE.awaitSettled();
        assertThat(checkIns("emma")).hasSize(1);
        asked.step(asked.counterpart, "cancellation", "{'reason':'We just spoke.'}")
                .ok();
        ConversationsUnderTest.SERVICE.awaitSettled();
        assertThat(hr.post("/cycles/" + cycle + "/plan")
                        .ok()
                        .json()
                        .path("planned")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void another_manager_makes_one_conversation_of_what_was_due_and_of_getting_to_know_each_other() {
        planned();
        company.changesManager("emma", "nora");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(checkIns("emma"))
                        .filteredOn(talk -> !talk.path("status").asText().equals("CANCELLED"))
                        .singleElement()
                        .matches(talk -> talk.path("counterpart").asText().equals("nora")));
        ConversationsUnderTest.SERVICE.awaitSettled();
        ConversationsUnderTest.runJob("awaitedDayJob");
        ConversationsUnderTest.SERVICE.awaitSettled();
        assertThat(checkIns("emma"))
                .filteredOn(talk -> !talk.path("status").asText().equals("CANCELLED"))
                .hasSize(1);
    }

    @Test
    void a_change_of_manager_job_and_team_at_once_is_one_occasion_and_a_team_alone_is_one_too() {
        company.publish(
                "emma", "emma", changed("emma", "nora", PersonField.MANAGER, PersonField.JOB, PersonField.TEAM));
        company.publish("finn", "finn", changed("finn", "mark", PersonField.TEAM));
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(open("emma"))
                    .extracting(talk -> talk.path("reason").asText() + " "
                            + talk.path("type").asText())
                    .containsExactly("MANAGER_CHANGED CHECK_IN");
            assertThat(open("finn"))
                    .extracting(talk -> talk.path("reason").asText() + " "
                            + talk.path("type").asText())
                    .containsExactly("ROLE_CHANGED CHECK_IN");
        });
        ConversationsUnderTest.SERVICE.awaitSettled();
        assertThat(open("emma")).hasSize(1);
    }

    @Test
    void what_a_trigger_plans_gets_a_slot_of_both_once_and_its_window_is_watched() {
        company.changesJob("emma", "mark");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(open("emma"))
                        .singleElement()
                        .matches(talk -> talk.path("status").asText().equals("INVITED")
                                && talk.path("proposedBy").asText().equals("COUNTERPART")));
        Talk talk = new Talk(open("emma").get(0).path("conversation").asText(), emma, company.as("mark"));
        talk.step(emma, "decline", "{'reason':'I am not there.'}").ok();
        ConversationsUnderTest.runJob("awaitedDayJob");
        ConversationsUnderTest.SERVICE.awaitSettled();
        assertThat(talk.status()).isEqualTo("PLANNED");
        ConversationsUnderTest.clock().advance(Duration.ofDays(45));
        ConversationsUnderTest.runJob("missedWindowJob");
        assertThat(talk.status()).isEqualTo("MISSED");
    }

    private String planned() {
        String cycle = cycle();
        hr.post("/cycles/" + cycle + "/plan").ok();
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(checkIns("emma")).hasSize(1).allMatch(talk -> talk.hasNonNull("slotStart"));
            assertThat(checkIns("finn")).hasSize(1).allMatch(talk -> talk.hasNonNull("slotStart"));
        });
        return cycle;
    }

    private String cycle() {
        return hr.post(
                        "/cycles",
                        json(
                                "{'rhythm':[{'type':'CHECK_IN','everyDays':42}],'leadDays':14,'slotMinutes':60,'startsOn':'%s'}",
                                Talk.day(0)))
                .ok()
                .text("/id");
    }

    private List<JsonNode> checkIns(String person) {
        return open(person).stream()
                .filter(talk -> talk.path("type").asText().equals("CHECK_IN"))
                .sorted((one, other) -> one.path("windowFrom")
                        .asText()
                        .compareTo(other.path("windowFrom").asText()))
                .toList();
    }

    private List<JsonNode> open(String person) {
        return StreamSupport.stream(
                        company.as(person)
                                .get("/conversations")
                                .ok()
                                .json()
                                .path("items")
                                .spliterator(),
                        false)
                .toList();
    }

    private static PersonChanged changed(String person, String manager, PersonField... fields) {
        return new PersonChanged(
                person,
                "weaving",
                manager,
                null,
                ContractKind.PERMANENT,
                2160,
                List.of(),
                "nl",
                "Europe/Amsterdam",
                Company.STARTED,
                null,
                null,
                null,
                LocalDate.parse(Talk.day(0)),
                List.of(fields));
    }
}
