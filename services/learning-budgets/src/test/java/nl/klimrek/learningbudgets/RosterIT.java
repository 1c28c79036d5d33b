package nl.klimrek.learningbudgets;

import static nl.klimrek.learningbudgets.RequestBodyFixture.available;
import static nl.klimrek.learningbudgets.RequestBodyFixture.budget;
import static nl.klimrek.learningbudgets.RequestBodyFixture.expense;
import static nl.klimrek.learningbudgets.RequestBodyFixture.pot;
import static nl.klimrek.learningbudgets.Roster.HOURS;
import static nl.klimrek.learningbudgets.Roster.PATIENCE;
import static nl.klimrek.learningbudgets.Roster.PERSONAL;
import static nl.klimrek.learningbudgets.Roster.YEAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import nl.klimrek.learningbudgets.RunningService.Person;
import nl.klimrek.learningbudgets.RunningService.Reply;
import nl.klimrek.learningbudgets.account.QuarterEndSweep;
import nl.klimrek.servicekit.security.Role;
import org.junit.jupiter.api.Test;

class RosterIT {

    private static final String OWN_POLICY = """
            {"pots": [{"code": "craft", "unit": "EUR", "amount": 15000, "fundingSource": "REGIONAL_FUND",
                       "proRata": false, "autoApproveUpTo": 0}]}""";

    private final Roster roster = new Roster();

    @Test
    void who_works_half_gets_half_of_the_default_policy() {
        roster.join("p-half", null, 18 * 60, 1);
        Person half = new Person("p-half", roster.organisation, Role.EMPLOYEE);
        Roster.awaitPots(half);
        assertThat(available(half, PERSONAL)).isEqualTo(250_00);
        assertThat(available(half, HOURS)).isEqualTo(20 * 60);
        assertThat(pot(half, PERSONAL).path("validUntil").asText()).isEqualTo(YEAR + "-12-31");
        assertThat(roster.facts("p-half", "budget-granted"))
                .extracting(fact -> fact.path("basis").asText())
                .containsOnly("PRO_RATA");
    }

    @Test
    void an_event_that_arrives_again_and_a_second_joining_grant_nothing_twice() {
        Person anna = roster.employee("p-anna", null);
        roster.join("p-anna", null, 36 * 60, 1);
        roster.join("p-anna", null, 36 * 60, 2);
        roster.leave("p-anna", null, 3);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                anna.post("/requests", budget(PERSONAL, 1)).code())
                        .isEqualTo("owner-left"));
        roster.comeBack("p-anna", null, 4);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                anna.post("/requests", budget(PERSONAL, 1)).status())
                        .isEqualTo(201));
        assertThat(pot(anna, PERSONAL).path("granted").asLong()).isEqualTo(500_00);
        assertThat(roster.facts("p-anna", "budget-granted")).hasSize(2);
    }

    @Test
    void who_leaves_takes_back_what_waits_and_hr_settles_what_was_promised() {
        Person hr = roster.hr("p-hr");
        Person anna = roster.employee("p-anna", null);
        String promised = anna.post("/requests", budget(PERSONAL, 90_00)).text("id");
        String waiting = anna.post("/requests", budget(PERSONAL, 200_00)).text("id");
        roster.leave("p-anna", null, 2);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(hr.get("/requests/" + waiting).text("status"))
                        .isEqualTo("WITHDRAWN"));
        assertThat(hr.post("/requests/" + promised + "/expense", expense(PERSONAL, 80_00))
                        .text("status"))
                .isEqualTo("SETTLED");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(roster.facts("p-anna", "budget-request-withdrawn"))
                        .hasSize(1));
        assertThat(hr.get("/requests?toDecide=me").body().path("items")).isEmpty();
    }

    @Test
    void a_quarter_that_went_by_is_told_once_for_each_pot() {
        roster.employee("p-anna", null);
        roster.quarterPasses("p-anna");
        RunningService.SHARED.bean(QuarterEndSweep.class).run();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(roster.facts("p-anna", "budget-unused"))
                        .extracting(fact -> fact.path("percent").asInt())
                        .hasSize(2)
                        .containsOnly(100));
    }

    @Test
    void a_policy_of_hr_is_for_who_joins_from_then_on() {
        Person hr = roster.hr("p-hr");
        Reply before = hr.get("/policies");
        assertThat(before.etag()).isEqualTo("\"0\"");
        assertThat(before.body().path("pots").findValuesAsText("code")).containsExactly("personal", "hours");

        Reply set = hr.post("/policies", OWN_POLICY, Map.of("Idempotency-Key", "p1", "If-Match", before.etag()));
        assertThat(set.status()).isEqualTo(200);
        assertThat(hr.post("/policies", OWN_POLICY, Map.of("Idempotency-Key", "p2", "If-Match", before.etag()))
                        .status())
                .isEqualTo(412);
        Person later = roster.employee("p-later", null);
        assertThat(later.get("/mine").body().path("pots").findValuesAsText("pot"))
                .containsExactly("craft-" + YEAR);
        assertThat(hr.get("/mine").body().path("pots").findValuesAsText("pot")).containsExactly(PERSONAL, HOURS);
    }

    @Test
    void an_impossible_policy_is_refused_with_every_field_named() {
        Person hr = roster.hr("p-hr");
        Reply wrong = hr.post("/policies", """
                {"pots": [{"code": "Te Groot", "unit": "EUR", "amount": 0, "fundingSource": "EMPLOYER", "proRata": true,
                           "autoApproveUpTo": -1}]}""");
        assertThat(wrong.body().path("errors").findValuesAsText("field"))
                .containsExactlyInAnyOrder("pots[0].code", "pots[0].amount", "pots[0].autoApproveUpTo");
        String pot = OWN_POLICY.substring(OWN_POLICY.indexOf('[') + 1, OWN_POLICY.indexOf(']'));
        assertThat(hr.post("/policies", "{\"pots\": [" + pot + "," + pot + "]}").code())
                .isEqualTo("pot-code-twice");
    }
}
