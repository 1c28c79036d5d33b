package nl.klimrek.conversations;

import static nl.klimrek.testkit.service.TestClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import nl.klimrek.servicekit.security.Role;
import nl.klimrek.testkit.service.TestClient;
import org.junit.jupiter.api.Test;

/** HR starts a cycle and plans by it. */
class PlanningIT {

    private static final String TWO_TYPES =
            "{'rhythm':[{'type':'CHECK_IN','everyDays':42},{'type':'DEVELOPMENT','everyDays':182}],'startsOn':'%s'}";

    private final Company company = new Company().joins(null, "mark").joins("mark", "emma", "finn", "gwen");
    private final TestClient hr = company.hr();

    @Test
    void a_dry_run_says_what_planning_then_does_once() {
        String cycle = cycle();
        JsonNode dry = hr.post("/cycles/" + cycle + "/plan?dryRun=true").ok().json();
        assertThat(dry.path("planned").asInt()).isEqualTo(6);
        assertThat(dry.path("withoutManager")).extracting(JsonNode::asText).containsExactly("mark");
        assertThat(company.as("emma").get("/conversations").json().path("items"))
                .isEmpty();

        String key = UUID.randomUUID().toString();
        JsonNode planned = hr.withIdempotencyKey(key)
                .post("/cycles/" + cycle + "/plan?dryRun=false")
                .ok()
                .json();
        assertThat(planned.path("planned").asInt()).isEqualTo(6);
        assertThat(planned.path("done").asBoolean()).isTrue();
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(company.as("emma").get("/conversations").json().path("items"))
                    .hasSize(2);
            assertThat(company.as("mark").get("/conversations").json().path("items"))
                    .hasSize(6);
        });
        assertThat(hr.withIdempotencyKey(key)
                        .post("/cycles/" + cycle + "/plan?dryRun=false")
                        .json())
                .isEqualTo(planned);
        JsonNode again = hr.post("/cycles/" + cycle + "/plan").ok().json();
        assertThat(again.path("planned").asInt()).isZero();
        assertThat(again.path("skipped").path("ALREADY_PLANNED").asInt()).isEqualTo(6);
    }

    @Test
    void an_employee_who_gets_a_manager_later_is_planned_by_the_next_run() {
        String cycle = cycle();
        hr.post("/cycles/" + cycle + "/plan").ok();
        company.changesManager("mark", "emma");
        JsonNode again = hr.post("/cycles/" + cycle + "/plan").ok().json();
        assertThat(again.path("planned").asInt()).isEqualTo(2);
        assertThat(again.path("withoutManager")).isEmpty();
    }

    @Test
    void whose_manager_is_heard_of_after_the_launch_is_planned_by_the_next_run_once() {
        company.joins("olga", "hugo");
        String cycle = cycle();
        JsonNode first = hr.post("/cycles/" + cycle + "/plan").ok().json();
        assertThat(first.path("withoutManager")).extracting(JsonNode::asText).contains("hugo");
        company.joins(null, "olga");
        assertThat(hr.post("/cycles/" + cycle + "/plan")
                        .ok()
                        .json()
                        .path("planned")
                        .asInt())
                .isEqualTo(2);
        assertThat(hr.post("/cycles/" + cycle + "/plan")
                        .ok()
                        .json()
                        .path("planned")
                        .asInt())
                .isZero();
    }

    @Test
    void a_cycle_that_is_planned_again_after_two_changes_of_manager_doubles_nothing() {
        company.joins(null, "nora", "otto");
        String cycle = cycle();
        hr.post("/cycles/" + cycle + "/plan").ok();
        List.of("mark", "nora", "otto").forEach(manager -> {
            company.changesManager("emma", manager);
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(developmentsAhead("emma")).containsExactly(manager));
            ConversationsUnderTest.SERVICE.awaitSettled();
        });
        JsonNode again = hr.post("/cycles/" + cycle + "/plan").ok().json();
        assertThat(again.path("planned").asInt()).isZero();
        assertThat(again.path("skipped").path("ALREADY_PLANNED").asInt()).isEqualTo(6);
        ConversationsUnderTest.SERVICE.awaitSettled();
        assertThat(developmentsAhead("emma")).containsExactly("otto");
    }

    /** With whom a development conversation lies ahead. */
    private List<String> developmentsAhead(String employee) {
        return StreamSupport.stream(
                        company.as(employee)
                                .get("/conversations")
                                .json()
                                .path("items")
                                .spliterator(),
                        false)
                .filter(item -> item.path("type").asText().equals("DEVELOPMENT"))
                .filter(item -> !item.path("status").asText().equals("CANCELLED"))
                .map(item -> item.path("counterpart").asText())
                .toList();
    }

    @Test
    void only_hr_of_the_organisation_has_cycles() {
        String cycle = cycle();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(hr.get("/cycles").text("/items/0/id")).isEqualTo(cycle));
        TestClient mark = company.as("mark", Role.EMPLOYEE, Role.MANAGER);
        assertThat(mark.get("/cycles").problem()).isEqualTo("403 forbidden");
        assertThat(mark.get("/cycles/" + cycle).problem()).isEqualTo("403 forbidden");
        assertThat(mark.post("/cycles/" + cycle + "/plan").problem()).isEqualTo("403 forbidden");
        assertThat(mark.post("/cycles", json(TWO_TYPES, Talk.day(0))).problem()).isEqualTo("403 forbidden");
        TestClient elsewhere = new Company().joins(null, "otto").hr();
        assertThat(elsewhere.get("/cycles/" + cycle).problem()).isEqualTo("404 cycle-unknown");
        assertThat(elsewhere.post("/cycles/" + cycle + "/plan").problem()).isEqualTo("404 cycle-unknown");
        assertThat(elsewhere.get("/cycles").json().path("items")).isEmpty();
    }

    @Test
    void a_rhythm_names_each_type_once_and_every_wrong_field_is_told() {
        assertThat(hr.post(
                                "/cycles",
                                json("{'rhythm':[{'type':'CHECK_IN','everyDays':42},{'type':'CHECK_IN','everyDays':7}],"
                                        + "'startsOn':'2026-12-01'}"))
                        .problem())
                .isEqualTo("400 rhythm-impossible");
        JsonNode errors = hr.post("/cycles", json("{'rhythm':[{'type':'CHECK_IN','everyDays':1}],'leadDays':500}"))
                .json()
                .path("errors");
        assertThat(errors)
                .extracting(error -> error.path("field").asText())
                .containsExactlyInAnyOrder("leadDays", "rhythm[0].everyDays", "startsOn");
    }

    @Test
    void many_are_planned_and_counted_exactly() {
        String[] many = IntStream.range(0, 60).mapToObj(i -> "p" + i).toArray(String[]::new);
        company.joins("emma", many);
        JsonNode planned = hr.post("/cycles/" + cycle() + "/plan").ok().json();
        assertThat(planned.path("planned").asInt()).isEqualTo(2 * 63);
        assertThat(planned.path("people").asInt()).isEqualTo(64);
    }

    private String cycle() {
        return hr.post("/cycles", json(TWO_TYPES, Talk.day(0))).ok().text("/id");
    }
}
