package nl.klimrek.conversations;

import static nl.klimrek.testkit.events.EventFixture.anEvent;
import static nl.klimrek.testkit.service.TestClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import nl.klimrek.contracts.conversations.AgreementMade;
import nl.klimrek.contracts.learningbudgets.BudgetUnused;
import nl.klimrek.contracts.popforms.Barrier;
import nl.klimrek.contracts.popforms.EvidenceAdded;
import nl.klimrek.contracts.popforms.GoalSet;
import nl.klimrek.contracts.popforms.GoalStalled;
import nl.klimrek.servicekit.security.Role;
import nl.klimrek.testkit.service.TestClient;
import org.junit.jupiter.api.Test;

/** What happens to people asks for conversations outside the rhythm. */
class TriggerIT {

    private final Company company = new Company().joins(null, "mark", "nora").joins("mark", "emma", "finn");
    private final LocalDate today = LocalDate.parse(Talk.day(0));

    @Test
    void somebody_new_is_talked_with_after_thirty_sixty_and_hundred_days_and_of_what_lies_behind_nothing_is_asked() {
        company.joinsOn(today.minusDays(50), "mark", "gwen");
        awaitReasons("gwen", "JOINED ONBOARDING", "JOINED ONBOARDING");
        assertThat(open("gwen"))
                .extracting(talk -> talk.path("windowFrom").asText())
                .containsExactlyInAnyOrder(Talk.day(3), Talk.day(43));
    }

    @Test
    void a_new_manager_asks_for_getting_to_know_each_other_once_and_a_first_one_does_not() {
        company.changesManager("emma", "nora");
        awaitReasons("emma", "MANAGER_CHANGED CHECK_IN");
        assertThat(open("emma").get(0).path("counterpart").asText()).isEqualTo("nora");
        company.changesManager("mark", "nora");
        assertStays("mark");
    }

    @Test
    void who_comes_back_from_a_longer_absence_is_welcomed_on_the_day_and_not_before() {
        company.isAbsent("emma", "mark", today.minusDays(20), today.minusDays(1));
        company.isAbsent("finn", "mark", today.minusDays(20), today.plusDays(1));
        awaitReasons("emma", "ABSENCE_ENDED CHECK_IN");
        ConversationsUnderTest.runJob("awaitedDayJob");
        assertStays("finn");
    }

    @Test
    void a_stalled_goal_asks_for_one_conversation_however_often_it_is_told_and_a_private_one_for_none() {
        company.publish("pop-emma", "emma", goal("g-private", true));
        company.publish("pop-emma", "emma", stalled("g-private"));
        company.publish("pop-emma", "emma", stalled("g-open"));
        company.publish("pop-emma", "emma", stalled("g-open"));
        awaitReasons("emma", "GOAL_STALLED CHECK_IN");
        company.publish("pop-finn", "finn", goal("g-secret", true));
        company.publish("pop-finn", "finn", stalled("g-secret"));
        assertStays("finn");
    }

    @Test
    void an_unused_budget_asks_late_in_the_year_and_once_for_each_pot() {
        company.publish("ba-finn", "finn", unused("2026-03-31", 100));
        company.publish("ba-finn", "finn", unused("2026-09-30", 20));
        company.publish("ba-finn", "finn", unused("2026-09-30", 60));
        company.publish("ba-finn", "finn", unused("2026-12-31", 60));
        awaitReasons("finn", "BUDGET_UNUSED DEVELOPMENT");
    }

    @Test
    void another_job_asks_for_a_conversation_once() {
        company.changesJob("emma", "mark");
        company.changesJob("emma", "mark");
        awaitReasons("emma", "ROLE_CHANGED DEVELOPMENT");
    }

    @Test
    void an_overdue_agreement_and_an_expiring_certificate_ask_when_their_day_has_come() {
        company.publish(
                "c-old",
                "emma",
                anEvent(AgreementMade.class)
                        .with("conversation", "c-old")
                        .with("employee", "emma")
                        .with("counterpart", "mark")
                        .with("agreement", "a-1")
                        .with("owner", "MANAGER")
                        .with("dueDate", today.minusDays(10))
                        .build());
        company.publish("pop-emma", "emma", certificate("emma", "e-1", today.plusDays(30)));
        company.publish("pop-emma", "emma", certificate("emma", "e-2", today.plusDays(300)));
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            ConversationsUnderTest.runJob("awaitedDayJob");
            assertThat(reasons("emma"))
                    .containsExactlyInAnyOrder("AGREEMENT_OVERDUE CHECK_IN", "CERTIFICATE_EXPIRING DEVELOPMENT");
        });
    }

    @Test
    void what_asks_for_a_conversation_waits_for_a_manager_who_is_heard_of_later() {
        company.joinsOn(today.minusDays(50), "olga", "gwen");
        company.publish("pop-gwen", "gwen", certificate("gwen", "e-1", today.plusDays(30)));
        ConversationsUnderTest.SERVICE.awaitSettled();
        ConversationsUnderTest.runJob("awaitedDayJob");
        assertStays("gwen");
        company.joins(null, "olga").repeats("olga");
        awaitReasons("gwen", "JOINED ONBOARDING", "JOINED ONBOARDING", "CERTIFICATE_EXPIRING DEVELOPMENT");
    }

    @Test
    void what_is_announced_asks_everybody_it_concerns_once() {
        TestClient hr = company.hr();
        String body = "{'kind':'REORGANISATION','scope':'PERSON','target':'emma','effectiveOn':'" + Talk.day(40) + "'}";
        String key = UUID.randomUUID().toString();
        JsonNode made = hr.withIdempotencyKey(key)
                .post("/cycles/announcements", json(body))
                .ok()
                .json();
        assertThat(made.path("people").asInt()).isEqualTo(1);
        assertThat(made.path("planned").asInt()).isEqualTo(1);
        assertThat(hr.withIdempotencyKey(key)
                        .post("/cycles/announcements", json(body))
                        .ok()
                        .json())
                .isEqualTo(made);
        awaitReasons("emma", "REORGANISATION CAREER");
        assertThat(open("emma").get(0).path("windowUntil").asText()).isEqualTo(Talk.day(40));
        assertStays("finn");
        assertThat(hr.post("/cycles/announcements", json("{'kind':'REORGANISATION','scope':'TEAM'}"))
                        .problem())
                .isEqualTo("400 scope-impossible");
        assertThat(company.as("mark", Role.EMPLOYEE, Role.MANAGER)
                        .post("/cycles/announcements", json(body))
                        .problem())
                .isEqualTo("403 forbidden");
        assertThat(new Company()
                        .joins(null, "otto")
                        .hr()
                        .get("/cycles/announcements/" + made.path("id").asText())
                        .problem())
                .isEqualTo("404 announcement-unknown");
    }

    private void awaitReasons(String person, String... expected) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(reasons(person)).containsExactlyInAnyOrder(expected));
    }

    private void assertStays(String person) {
        ConversationsUnderTest.SERVICE.awaitSettled();
        assertThat(reasons(person)).isEmpty();
    }

    private List<String> reasons(String person) {
        return open(person).stream()
                .map(talk ->
                        talk.path("reason").asText() + " " + talk.path("type").asText())
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

    private static GoalSet goal(String goal, boolean keptPrivate) {
        return anEvent(GoalSet.class)
                .with("pop", "pop-emma")
                .with("employee", "emma")
                .with("goal", goal)
                .without("conversation")
                .with("keptPrivate", keptPrivate)
                .build();
    }

    private static EvidenceAdded certificate(String person, String evidence, LocalDate expires) {
        return anEvent(EvidenceAdded.class)
                .with("pop", "pop-" + person)
                .with("employee", person)
                .with("goal", "g-open")
                .with("evidence", evidence)
                .with("validation", "DIPLOMA")
                .with("expiresOn", expires)
                .build();
    }

    private static GoalStalled stalled(String goal) {
        return new GoalStalled("pop-emma", "emma", goal, List.of(Barrier.TIME), null);
    }

    private static BudgetUnused unused(String quarterEnd, int percent) {
        return anEvent(BudgetUnused.class)
                .with("account", "ba-finn")
                .with("employee", "finn")
                .with("percent", percent)
                .with("quarterEndsOn", quarterEnd)
                .build();
    }
}
