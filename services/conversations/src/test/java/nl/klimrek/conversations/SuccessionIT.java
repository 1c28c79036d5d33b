package nl.klimrek.conversations;

import static nl.klimrek.testkit.service.TestClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import nl.klimrek.testkit.service.TestClient;
import org.junit.jupiter.api.Test;

/** People come and go, and days pass; conversations follow. */
class SuccessionIT {

    private final Company company = new Company().joins(null, "mark", "nora").joins("mark", "emma");

    @Test
    void with_a_new_manager_the_former_one_is_a_stranger_and_the_conversation_goes_on_with_the_new_one() {
        Talk ahead = Talk.asked(company, "emma", "mark").accepted();
        company.changesManager("emma", "nora");
        assertThat(ahead.seenBy(ahead.counterpart).problem()).isEqualTo("403 forbidden");
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(ahead.status()).isEqualTo("CANCELLED");
            JsonNode items = company.as("nora").get("/conversations").json().path("items");
            assertThat(items)
                    .extracting(item -> item.path("type").asText())
                    .containsExactlyInAnyOrder("DEVELOPMENT", "CHECK_IN");
            assertThat(items).allSatisfy(item -> {
                assertThat(item.path("status").asText()).isEqualTo("INVITED");
                assertThat(item.path("proposedBy").asText()).isEqualTo("COUNTERPART");
                assertThat(item.path("employee").asText()).isEqualTo("emma");
            });
        });
        assertThat(ahead.counterpart.get("/conversations").json().path("items")).isEmpty();
        assertThat(ahead.seenBy(ahead.employee).text("/cancelled")).isEqualTo("MANAGER_CHANGED");
    }

    @Test
    void what_was_held_with_a_former_manager_the_employee_finishes_alone_and_nothing_leaks() {
        Talk held = Talk.asked(company, "emma", "mark").recorded();
        held.step(held.employee, "confirmation", "{'version':1}").ok();
        company.changesManager("emma", "nora");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(held.status()).isEqualTo("CONFIRMED"));
        assertThat(held.step(held.counterpart, "closing", "{'noActionReason':'x'}")
                        .problem())
                .isEqualTo("403 forbidden");
        assertThat(held.seenBy(company.as("nora")).problem()).isEqualTo("403 forbidden");
        held.step(held.employee, "closing", "{'noActionReason':'It is another team now'}")
                .ok();
    }

    @Test
    void who_leaves_has_no_conversation_ahead() {
        Talk ahead = Talk.asked(company, "emma", "mark").accepted();
        company.leaves("emma");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(ahead.seenBy(company.hr()).text("/cancelled"))
                        .isEqualTo("EMPLOYEE_LEFT"));
        assertThat(ahead.seenBy(ahead.counterpart).problem()).isEqualTo("403 forbidden");
    }

    @Test
    void what_was_with_a_manager_who_left_goes_on_with_the_next_one_however_long_that_takes_and_once() {
        Talk ahead = Talk.asked(company, "emma", "mark").accepted();
        company.leaves("mark");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(ahead.seenBy(ahead.employee).text("/cancelled"))
                        .isEqualTo("COUNTERPART_LEFT"));
        assertThat(ahead.seenBy(ahead.counterpart).problem()).isEqualTo("403 forbidden");
        company.changesManager("emma", null);
        company.changesManager("emma", "nora");
        awaitDevelopment("nora");
        company.joins(null, "otto").changesManager("emma", "otto");
        awaitDevelopment("otto");
        company.repeats("emma");
        ConversationsUnderTest.SERVICE.awaitSettled();
        awaitDevelopment("otto");
    }

    @Test
    void what_was_with_a_former_manager_goes_on_once_with_a_new_one_who_is_heard_of_only_later() {
        Talk ahead = Talk.asked(company, "emma", "mark").accepted();
        company.changesManager("emma", "olga");
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            ConversationsUnderTest.SERVICE.awaitSettled();
            assertThat(company.typesOf(ahead.id)).endsWith("conversation-cancelled");
        });
        ConversationsUnderTest.SERVICE.awaitSettled();
        assertThat(stillToCome()).isEmpty();
        company.joins(null, "olga").repeats("olga");
        awaitDevelopment("olga");
        ConversationsUnderTest.SERVICE.awaitSettled();
        assertThat(stillToCome())
                .containsExactlyInAnyOrder("MANAGER_CHANGED DEVELOPMENT olga", "MANAGER_CHANGED CHECK_IN olga");
    }

    @Test
    void what_waits_for_a_manager_who_left_goes_on_when_that_one_is_heard_to_be_back() {
        Talk ahead = Talk.asked(company, "emma", "mark").accepted();
        company.leaves("mark");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(ahead.seenBy(ahead.employee).text("/cancelled"))
                        .isEqualTo("COUNTERPART_LEFT"));
        company.returns("mark", null);
        awaitDevelopment("mark");
    }

    @Test
    void a_manager_who_is_heard_of_later_sees_for_whom_time_is_needed() {
        company.joins(null, "coco").changesManager("emma", "olga");
        company.as("emma")
                .post("/conversations", json("{'type':'CAREER','counterpart':'coco'}"))
                .ok();
        ConversationsUnderTest.SERVICE.awaitSettled();
        company.joins(null, "olga");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(company.as("olga")
                                .get("/conversations/time-needed")
                                .json()
                                .path("items"))
                        .singleElement()
                        .satisfies(needed ->
                                assertThat(needed.path("employee").asText()).isEqualTo("emma")));
    }

    private List<String> stillToCome() {
        return StreamSupport.stream(
                        company.as("emma")
                                .get("/conversations")
                                .json()
                                .path("items")
                                .spliterator(),
                        false)
                .filter(item -> !item.path("status").asText().equals("CANCELLED"))
                .map(item -> String.join(
                        " ",
                        item.path("reason").asText(),
                        item.path("type").asText(),
                        item.path("counterpart").asText()))
                .toList();
    }

    /** Of what was asked there is one ahead, with this manager. */
    private void awaitDevelopment(String manager) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(
                                company.as("emma").get("/conversations").json().path("items"))
                        .filteredOn(item -> item.path("type").asText().equals("DEVELOPMENT"))
                        .filteredOn(item -> !item.path("status").asText().equals("CANCELLED"))
                        .singleElement()
                        .satisfies(item ->
                                assertThat(item.path("counterpart").asText()).isEqualTo(manager)));
    }

    @Test
    void of_a_career_conversation_outside_the_line_the_manager_sees_only_that_time_is_needed() {
        company.joins(null, "coco");
        TestClient emma = company.as("emma");
        String id = emma.post("/conversations", json("{'type':'CAREER','counterpart':'coco'}"))
                .ok()
                .text("/id");
        Talk career = new Talk(id, emma, company.as("coco")).accepted();
        TestClient mark = company.as("mark");
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            JsonNode needed = mark.get("/conversations/time-needed").json().path("items");
            assertThat(needed).hasSize(1);
            assertThat(needed.get(0).fieldNames()).toIterable().containsExactlyInAnyOrder("employee", "from", "until");
        });
        assertThat(career.seenBy(mark).problem()).isEqualTo("403 forbidden");
        assertThat(mark.get("/conversations").json().path("items")).isEmpty();
        assertThat(emma.post("/conversations", json("{'type':'PERFORMANCE','counterpart':'coco'}"))
                        .problem())
                .isEqualTo("409 counterpart-outside-line");
        career.step(emma, "cancellation", "{'reason':'Found my way'}").ok();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(
                                mark.get("/conversations/time-needed").json().path("items"))
                        .isEmpty());
    }

    @Test
    void a_manager_asks_only_present_reports() {
        TestClient mark = company.as("mark");
        assertThat(mark.post("/conversations", json("{'type':'CHECK_IN','employee':'emma'}"))
                        .ok()
                        .text("/counterpart"))
                .isEqualTo("mark");
        assertThat(mark.post("/conversations", json("{'type':'CHECK_IN','employee':'nora'}"))
                        .problem())
                .isEqualTo("403 forbidden");
        assertThat(company.as("nora")
                        .post("/conversations", json("{'type':'CHECK_IN'}"))
                        .problem())
                .isEqualTo("409 manager-missing");
    }

    @Test
    void a_window_that_passed_is_missed_and_can_still_be_invited() {
        Talk missed = Talk.asked(company, "emma", "mark");
        Talk agreed = Talk.asked(company, "emma", "mark").accepted();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(
                                missed.employee.get("/conversations").json().path("items"))
                        .hasSize(2));
        ConversationsUnderTest.clock().advance(Duration.ofDays(25));
        ConversationsUnderTest.runJob("missedWindowJob");
        assertThat(missed.status()).isEqualTo("MISSED");
        assertThat(agreed.status()).isEqualTo("ACCEPTED");
        assertThat(missed.step(missed.employee, "invitation", Talk.slot(3)).ok().text("/status"))
                .isEqualTo("INVITED");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(company.typesOf(missed.id))
                        .isEqualTo(List.of(
                                "conversation-planned",
                                "conversation-missed",
                                "conversation-planned",
                                "conversation-invited")));
    }
}
