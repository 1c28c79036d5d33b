package nl.klimrek.conversations;

import static nl.klimrek.testkit.service.TestClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nl.klimrek.testkit.service.TestClient;
import org.junit.jupiter.api.Test;

/** A last day becomes known, moves or is withdrawn; the conversation before it follows. */
class ExitIT {

    private final Company company = new Company().joins(null, "mark", "nora").joins("mark", "emma");
    private final TestClient emma = company.as("emma");
    private final LocalDate lastDay = LocalDate.parse(Talk.day(60));

    @Test
    void a_last_day_asks_for_one_conversation_in_the_last_weeks_that_moves_with_it_and_goes_when_it_is_withdrawn() {
        company.expectsToLeave("emma", "mark", lastDay);
        String id = exits(1).get(0).path("conversation").asText();
        assertThat(emma.get("/conversations/" + id).text("/reason")).isEqualTo("LEAVING");
        window(id, lastDay.minusDays(20), lastDay);
        company.repeats("emma");
        company.expectsToLeave("emma", "mark", lastDay.plusDays(30));
        window(id, lastDay.plusDays(10), lastDay.plusDays(30));
        ConversationsUnderTest.SERVICE.awaitSettled();
        exits(1);
        company.expectsToLeave("emma", "mark", null);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(emma.get("/conversations/" + id).text("/cancelled"))
                        .isEqualTo("NO_LONGER_NEEDED"));
        exits(0);
        company.expectsToLeave("emma", "mark", lastDay);
        assertThat(exits(1).get(0).path("conversation").asText()).isNotEqualTo(id);
    }

    @Test
    void a_last_day_that_is_heard_of_before_the_manager_asks_for_one_conversation_when_that_one_is() {
        company.changesManager("emma", "olga");
        company.expectsToLeave("emma", "olga", lastDay);
        ConversationsUnderTest.SERVICE.awaitSettled();
        exits(0);
        company.joins(null, "olga").repeats("olga");
        assertThat(exits(1).get(0).path("counterpart").asText()).isEqualTo("olga");
    }

    @Test
    void a_slot_that_still_fits_stays_when_the_last_day_moves_and_one_that_does_not_falls_away() {
        company.expectsToLeave("emma", "mark", LocalDate.parse(Talk.day(10)));
        Talk exit = new Talk(exits(1).get(0).path("conversation").asText(), emma, company.as("mark"));
        exit.step(exit.counterpart, "invitation", Talk.slot(6)).ok();
        exit.step(emma, "acceptance", Talk.slot(6)).ok();
        company.expectsToLeave("emma", "mark", LocalDate.parse(Talk.day(8)));
        window(exit.id, LocalDate.parse(Talk.day(0)), LocalDate.parse(Talk.day(8)));
        assertThat(exit.status()).isEqualTo("ACCEPTED");
        company.expectsToLeave("emma", "mark", LocalDate.parse(Talk.day(3)));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(exit.status()).isEqualTo("PLANNED"));
        assertThat(emma.get("/conversations/" + exit.id).text("/slotStart")).isNull();
    }

    @Test
    void what_the_two_cancelled_is_not_planned_again_and_another_manager_takes_over() {
        company.expectsToLeave("emma", "mark", lastDay);
        String id = exits(1).get(0).path("conversation").asText();
        company.changesManagerOfLeaver("emma", "nora", lastDay);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        assertThat(exits(1).get(0).path("counterpart").asText()).isEqualTo("nora"));
        String taken = exits(1).get(0).path("conversation").asText();
        assertThat(taken).isNotEqualTo(id);
        company.expectsToLeave("emma", "nora", lastDay.plusDays(7));
        window(taken, lastDay.minusDays(13), lastDay.plusDays(7));
        emma.post("/conversations/" + taken + "/cancellation", json("{'reason':'We talked already'}"))
                .ok();
        company.expectsToLeave("emma", "nora", lastDay.plusDays(14));
        company.changesManagerOfLeaver("emma", "mark", lastDay.plusDays(14));
        Talk.asked(company, "emma", "mark");
        ConversationsUnderTest.SERVICE.awaitSettled();
        exits(0);
    }

    @Test
    void somebody_without_a_manager_gets_it_with_the_first_one_they_have() {
        company.expectsToLeave("nora", null, lastDay);
        company.changesManagerOfLeaver("nora", "mark", lastDay);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(exitsOf(company.as("nora"))).hasSize(1));
    }

    @Test
    void who_returns_has_the_rhythm_again() {
        TestClient hr = company.hr();
        String cycle = hr.post(
                        "/cycles",
                        json("{'rhythm':[{'type':'DEVELOPMENT','everyDays':180}],'startsOn':'%s'}", Talk.day(0)))
                .ok()
                .text("/id");
        hr.post("/cycles/" + cycle + "/plan").ok();
        String planned = development(1).get(0).path("conversation").asText();
        company.leaves("emma");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(hr.get("/conversations/" + planned).text("/cancelled"))
                                .isEqualTo("EMPLOYEE_LEFT"));
        development(0);
        company.returns("emma", "mark");
        assertThat(development(1).get(0).path("reason").asText()).isEqualTo("CADENCE");
        company.repeats("emma");
        hr.post("/cycles/" + cycle + "/plan").ok();
        ConversationsUnderTest.SERVICE.awaitSettled();
        development(1);
    }

    private List<JsonNode> exits(int many) {
        return await().atMost(Duration.ofSeconds(20)).until(() -> exitsOf(emma), exits -> exits.size() == many);
    }

    private List<JsonNode> development(int many) {
        return await().atMost(Duration.ofSeconds(20)).until(() -> open(emma, "DEVELOPMENT"), all -> all.size() == many);
    }

    private static List<JsonNode> exitsOf(TestClient person) {
        return open(person, "EXIT");
    }

    private static List<JsonNode> open(TestClient person, String type) {
        List<JsonNode> found = new ArrayList<>();
        person.get("/conversations").ok().json().path("items").forEach(item -> {
            if (item.path("type").asText().equals(type)
                    && !item.path("status").asText().equals("CANCELLED")) {
                found.add(item);
            }
        });
        return found;
    }

    private void window(String id, LocalDate from, LocalDate until) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            JsonNode now = emma.get("/conversations/" + id).ok().json();
            assertThat(now.path("windowFrom").asText() + " "
                            + now.path("windowUntil").asText())
                    .isEqualTo(from + " " + until);
        });
    }
}
