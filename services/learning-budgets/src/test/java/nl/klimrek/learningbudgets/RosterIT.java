package nl.klimrek.learningbudgets;

import static nl.klimrek.learningbudgets.RequestBodyFixture.available;
import static nl.klimrek.learningbudgets.RequestBodyFixture.budget;
import static nl.klimrek.learningbudgets.RequestBodyFixture.expense;
import static nl.klimrek.learningbudgets.RequestBodyFixture.pot;
import static nl.klimrek.learningbudgets.StaffFixture.HOURS;
import static nl.klimrek.learningbudgets.StaffFixture.PERSONAL;
import static nl.klimrek.testkit.service.TestClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import nl.klimrek.servicekit.security.Role;
import nl.klimrek.testkit.service.HttpAnswer;
import nl.klimrek.testkit.service.TestClient;
import org.junit.jupiter.api.Test;

class RosterIT {
    private static final String CRAFT_POT = json("""
            {'code': 'craft', 'unit': 'EUR', 'amount': 15000, 'fundingSource': 'REGIONAL_FUND',
             'proRata': false, 'autoApproveUpTo': 0}""");
    private static final String OWN_POLICY = "{\"pots\": [" + CRAFT_POT + "]}";

    private final StaffFixture staff = new StaffFixture();

    @Test
    void half_time_gets_half_of_the_default_policy() {
        TestClient half = staff.joined("p-half", null, 18 * 60, Role.EMPLOYEE);
        assertThat(available(half, PERSONAL)).isEqualTo(250_00);
        assertThat(available(half, HOURS)).isEqualTo(20 * 60);
        assertThat(pot(half, PERSONAL).path("validUntil").asText()).isEqualTo("2027-12-31");
        assertThat(staff.published("p-half", "budget-granted"))
                .extracting(event -> event.json().path("basis").asText())
                .containsOnly("PRO_RATA");
    }

    @Test
    void a_repeated_event_a_second_joining_and_a_return_grant_nothing_twice() {
        TestClient anna = staff.employee("p-anna", null);
        staff.joinedAgain("p-anna", null);
        staff.employee("p-anna", null);
        staff.leaves("p-anna", null);
        assertThat(anna.post("/requests", budget(PERSONAL, 1)).code()).isEqualTo("owner-left");
        staff.returns("p-anna", null);
        assertThat(anna.post("/requests", budget(PERSONAL, 1)).status()).isEqualTo(201);
        assertThat(pot(anna, PERSONAL).path("granted").asLong()).isEqualTo(500_00);
        assertThat(staff.published("p-anna", "budget-granted")).hasSize(2);
    }

    @Test
    void leaving_withdraws_undecided_requests_and_hr_settles_the_approved_ones() {
        TestClient hr = staff.hr("p-hr");
        TestClient anna = staff.employee("p-anna", null);
        String approved = anna.post("/requests", budget(PERSONAL, 90_00)).text("id");
        String undecided = anna.post("/requests", budget(PERSONAL, 200_00)).text("id");
        staff.leaves("p-anna", null);
        assertThat(hr.get("/requests/" + undecided).text("status")).isEqualTo("WITHDRAWN");
        assertThat(hr.post("/requests/" + approved + "/expense", expense(PERSONAL, 80_00))
                        .text("status"))
                .isEqualTo("SETTLED");
        assertThat(staff.published("p-anna", "budget-request-withdrawn")).hasSize(1);
        assertThat(hr.get("/requests?toDecide=me").ids()).isEmpty();
    }

    @Test
    void a_policy_of_hr_applies_to_those_who_join_later() {
        TestClient hr = staff.hr("p-hr");
        HttpAnswer before = hr.get("/policies");
        assertThat(before.etag()).isEqualTo("\"0\"");
        assertThat(before.json().path("pots").findValuesAsText("code")).containsExactly("personal", "hours");
        TestClient deciding = hr.withIfMatch(before.etag());
        assertThat(deciding.post("/policies", OWN_POLICY).status()).isEqualTo(200);
        assertThat(deciding.post("/policies", OWN_POLICY).problem()).isEqualTo("412 version-stale");
        TestClient later = staff.employee("p-later", null);
        assertThat(later.get("/mine").json().path("pots").findValuesAsText("pot"))
                .containsExactly("craft-2027");
        assertThat(hr.get("/mine").json().path("pots").findValuesAsText("pot")).containsExactly(PERSONAL, HOURS);
    }

    @Test
    void an_impossible_policy_is_refused_with_every_faulty_field() {
        TestClient hr = staff.hr("p-hr");
        HttpAnswer refused = hr.post("/policies", json("""
                {'pots': [{'code': 'Te Groot', 'unit': 'EUR', 'amount': 0, 'fundingSource': 'EMPLOYER', 'proRata': true,
                           'autoApproveUpTo': -1}]}"""));
        assertThat(refused.json().path("errors").findValuesAsText("field"))
                .containsExactlyInAnyOrder("pots[0].code", "pots[0].amount", "pots[0].autoApproveUpTo");
        assertThat(hr.post("/policies", "{\"pots\": [" + CRAFT_POT + "," + CRAFT_POT + "]}")
                        .code())
                .isEqualTo("pot-code-twice");
    }
}
