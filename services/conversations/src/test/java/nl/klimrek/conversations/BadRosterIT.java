package nl.klimrek.conversations;

import static nl.klimrek.testkit.service.TestClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import nl.klimrek.contracts.people.Weekday;
import nl.klimrek.testkit.service.TestClient;
import org.junit.jupiter.api.Test;

/** What a roster can look like: planned as far as can be, and each gap with its reason in words. */
class BadRosterIT {

    private final Company company = new Company();
    private final TestClient hr = company.hr();

    @Test
    void managers_who_manage_each_other_are_planned_once_each_and_never_at_the_same_time() {
        company.joins(null, "anna").joins("anna", "bram").joins("bram", "cato").changesManager("anna", "cato");
        JsonNode planned = plan(cycle(42));
        assertThat(planned.path("planned").asInt()).isEqualTo(3);
        assertThat(planned.path("proposed").asInt()).isEqualTo(3);
        assertThat(planned.path("withoutManager")).isEmpty();
        new Invitations(company).areFair(3);
    }

    @Test
    void two_who_manage_each_other_have_a_talk_about_each() {
        company.joins(null, "anna").joins("anna", "bram").changesManager("anna", "bram");
        assertThat(plan(cycle(42)).path("proposed").asInt()).isEqualTo(2);
        new Invitations(company).areFair(2);
    }

    @Test
    void who_has_no_manager_or_one_who_left_is_named_and_told_why() {
        company.joins(null, "mark", "olga")
                .joins("mark", "emma")
                .joins("olga", "finn")
                .leaves("olga");
        String cycle = cycle(42);
        JsonNode planned = plan(cycle);
        assertThat(planned.path("withoutManager"))
                .extracting(JsonNode::asText)
                .containsExactlyInAnyOrder("mark", "finn");
        assertThat(planned.path("proposed").asInt()).isEqualTo(1);
        for (String person : List.of("mark", "finn")) {
            assertThat(because(cycle, person, "en")).contains("There is no manager to talk with yet.");
            assertThat(because(cycle, person, "nl")).contains("Er is nog geen leidinggevende om mee te praten.");
        }
    }

    @Test
    void a_window_begins_with_the_employment_and_there_is_none_for_who_starts_after_it() {
        company.joins(null, "mark")
                .joinsOn(LocalDate.parse(Talk.day(20)), "mark", "emma")
                .joinsOn(LocalDate.parse(Talk.day(60)), "mark", "finn");
        String cycle = cycle(42);
        JsonNode planned = plan(cycle);
        assertThat(planned.path("planned").asInt()).isEqualTo(1);
        assertThat(planned.path("skipped").path("NOT_EMPLOYED").asInt()).isEqualTo(1);
        JsonNode emma = explained(cycle, "emma", "en");
        assertThat(emma.path("windowFrom").asText()).isEqualTo(Talk.day(20));
        assertThat(because(cycle, "emma", "en")).contains("The window begins on the first day of employment.");
        assertThat(because(cycle, "finn", "en")).contains("The employment does not reach into these days.");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(company.as("emma")
                                .get("/conversations")
                                .ok()
                                .json()
                                .path("items"))
                        .anySatisfy(item ->
                                assertThat(item.path("slotStart").asText()).isGreaterThanOrEqualTo(Talk.day(20))));
    }

    @Test
    void eighty_reports_of_a_part_time_manager_are_planned_as_far_as_the_week_goes_and_the_hours_short_are_told() {
        company.joinsFor(16 * 60, List.of(Weekday.MON, Weekday.TUE), null, "mark")
                .joins("mark", IntStream.range(0, 80).mapToObj(i -> "p" + i).toArray(String[]::new));
        String cycle = cycle(42);
        JsonNode dry = hr.post("/cycles/" + cycle + "/plan?dryRun=true").ok().json();
        int full = dry.path("withoutSlot").path("CAPACITY").asInt();
        int without = full + dry.path("withoutSlot").path("BUSY").asInt();
        assertThat(dry.path("proposed").asInt() + without)
                .as("%s", dry.path("withoutSlot"))
                .isEqualTo(80);
        assertThat(full).isGreaterThan(50);
        assertThat(dry.at("/plan/overloads/0/minutesShort").asInt()).isEqualTo(without * 75);
        assertThat(dry.path("summary"))
                .extracting(JsonNode::asText)
                .contains(
                        "Time found for " + (80 - without) + " of 80 conversations.",
                        full + " without a time: The manager already has as many conversations as fit.",
                        "1 not planned: There is no manager to talk with yet.");
        assertThat(hr.withLanguage("nl")
                        .post("/cycles/" + cycle + "/plan?dryRun=true")
                        .text("/summary/0"))
                .isEqualTo("Tijd gevonden voor " + (80 - without) + " van 80 gesprekken.");
        assertThat(dry.at("/plan/load"))
                .allSatisfy(
                        week -> assertThat(week.path("conversations").asInt()).isLessThanOrEqualTo(4));
        assertThat(plan(cycle).path("proposed").asInt())
                .isEqualTo(dry.path("proposed").asInt());
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(hr.get("/conversations/overload?all=true")
                                .ok()
                                .json()
                                .at("/items/0/minutesShort")
                                .asInt())
                        .isEqualTo(without * 75));
    }

    private JsonNode plan(String cycle) {
        return hr.post("/cycles/" + cycle + "/plan").ok().json();
    }

    private JsonNode explained(String cycle, String person, String language) {
        return hr.withLanguage(language)
                .get("/cycles/" + cycle + "/explanation?person=" + person)
                .ok()
                .json()
                .at("/types/0");
    }

    private List<String> because(String cycle, String person, String language) {
        return explained(cycle, person, language).path("because").findValuesAsText("text");
    }

    private String cycle(int everyDays) {
        return hr.post(
                        "/cycles",
                        json("{'rhythm':[{'type':'CHECK_IN','everyDays':%d}],'startsOn':'%s'}", everyDays, Talk.day(0)))
                .ok()
                .text("/id");
    }
}
