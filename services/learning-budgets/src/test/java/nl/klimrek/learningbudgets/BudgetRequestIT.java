package nl.klimrek.learningbudgets;

import static nl.klimrek.learningbudgets.RequestBodyFixture.available;
import static nl.klimrek.learningbudgets.RequestBodyFixture.budget;
import static nl.klimrek.learningbudgets.RequestBodyFixture.expense;
import static nl.klimrek.learningbudgets.RequestBodyFixture.pot;
import static nl.klimrek.learningbudgets.RequestBodyFixture.refusal;
import static nl.klimrek.learningbudgets.StaffFixture.HOURS;
import static nl.klimrek.learningbudgets.StaffFixture.PERSONAL;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import nl.klimrek.testkit.service.HttpAnswer;
import nl.klimrek.testkit.service.TestClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BudgetRequestIT {

    private final StaffFixture staff = new StaffFixture();
    private TestClient manager;
    private TestClient anna;

    @BeforeEach
    void anna_reports_to_bram() {
        manager = staff.manager("p-bram");
        anna = staff.employee("p-anna", "p-bram");
    }

    @Test
    void a_request_is_submitted_approved_spent_and_the_rest_released() {
        HttpAnswer submitted = anna.post("/requests", budget(PERSONAL, 300_00));
        assertThat(submitted.status()).isEqualTo(201);
        assertThat(submitted.text("status")).isEqualTo("REQUESTED");
        assertThat(submitted.text("what")).isEqualTo(RequestBodyFixture.WHAT);
        assertThat(available(anna, PERSONAL)).isEqualTo(200_00);
        String request = submitted.text("id");
        assertToDecide(manager, request);

        HttpAnswer approved = manager.post("/requests/" + request + "/approval");
        assertThat(approved.status()).isEqualTo(200);
        assertThat(approved.text("status")).isEqualTo("APPROVED");
        assertThat(approved.json().path("decision").path("by").asText()).isEqualTo("p-bram");
        assertThat(toDecide(manager)).doesNotContain(request);

        HttpAnswer settled = anna.post("/requests/" + request + "/expense", expense(PERSONAL, 250_00));
        assertThat(settled.text("status")).isEqualTo("SETTLED");
        assertThat(pot(anna, PERSONAL).path("spent").asLong()).isEqualTo(250_00);
        assertThat(available(anna, PERSONAL)).isEqualTo(250_00);
        assertThat(anna.get("/p-anna/ledger").json().path("items").findValuesAsText("type"))
                .containsExactly("GRANTED", "GRANTED", "RESERVED", "COMMITTED", "SPENT", "RELEASED");
        assertThat(anna.get("/requests").ids()).containsExactly(request);
    }

    @Test
    void a_request_under_the_threshold_is_approved_by_policy() {
        HttpAnswer submitted = anna.post("/requests", budget(PERSONAL, 100_00));
        assertThat(submitted.text("status")).isEqualTo("APPROVED");
        assertThat(submitted.json().path("decision").path("automatically").asBoolean())
                .isTrue();
    }

    @Test
    void a_refusal_needs_a_reason_and_an_alternative() {
        String request = anna.post("/requests", budget(HOURS, 1200)).text("id");
        HttpAnswer half = manager.post("/requests/" + request + "/refusal", "{\"reason\": \"nee\"}");
        assertThat(half.status()).isEqualTo(400);
        assertThat(half.json().path("errors").findValuesAsText("field")).containsExactly("alternative");

        assertThat(manager.post("/requests/" + request + "/refusal", refusal()).text("status"))
                .isEqualTo("REFUSED");
        assertThat(anna.get("/requests/" + request)
                        .json()
                        .path("decision")
                        .path("alternative")
                        .asText())
                .isEqualTo(RequestBodyFixture.REFERRAL);
        assertThat(available(anna, HOURS)).isEqualTo(2400);
    }

    @Test
    void only_the_owner_withdraws_a_request() {
        String request = anna.post("/requests", budget(PERSONAL, 300_00)).text("id");
        assertThat(manager.post("/requests/" + request + "/withdrawal").status())
                .isEqualTo(403);
        assertThat(anna.post("/requests/" + request + "/withdrawal").text("status"))
                .isEqualTo("WITHDRAWN");
        assertThat(available(anna, PERSONAL)).isEqualTo(500_00);
    }

    @Test
    void hr_withdraws_a_request_only_after_its_owner_left() {
        TestClient hr = staff.hr("p-hr");
        String request = anna.post("/requests", budget(PERSONAL, 300_00)).text("id");
        manager.post("/requests/" + request + "/approval");
        assertThat(hr.post("/requests/" + request + "/withdrawal").status()).isEqualTo(403);
        assertThat(anna.get("/requests/" + request).text("status")).isEqualTo("APPROVED");
        assertThat(available(anna, PERSONAL)).isEqualTo(200_00);
        staff.leaves("p-anna", "p-bram");
        assertThat(hr.post("/requests/" + request + "/withdrawal").text("status"))
                .isEqualTo("WITHDRAWN");
    }

    @Test
    void impossible_requests_are_refused_and_change_nothing() {
        HttpAnswer over = anna.post("/requests", budget(PERSONAL, 500_01));
        assertThat(over.status()).isEqualTo(409);
        assertThat(over.code()).isEqualTo("budget-insufficient");
        assertThat(over.json().path("details").path("available").asLong()).isEqualTo(500_00);
        refused(
                anna.post("/requests", budget(PERSONAL, 100, RequestBodyFixture.DAY, true)),
                422,
                "legal-training-not-from-personal-pot");
        refused(anna.post("/requests", budget(PERSONAL, 100, "2028-01-01", false)), 422, "pot-not-valid-then");
        refused(anna.post("/requests", budget("gold-2026", 100)), 422, "pot-unknown");
        refused(anna.post("/requests", budget(PERSONAL, -5)), 400, "request-invalid");
        refused(anna.post("/requests", "{\"what\": "), 400, "body-unreadable");
        refused(anna.post("/requests", budget(PERSONAL, 100).replace("g-1a2b", "geheim")), 400, "request-invalid");
        assertThat(anna.get("/mine").etag()).isEqualTo("\"1\"");
    }

    @Test
    void an_expense_above_the_committed_amount_is_refused() {
        String request = anna.post("/requests", budget(PERSONAL, 90_00)).text("id");
        refused(anna.post("/requests/" + request + "/expense", expense(PERSONAL, 90_01)), 409, "spent-over-committed");
        assertThat(pot(anna, PERSONAL).path("committed").asLong()).isEqualTo(90_00);
    }

    @Test
    void nobody_decides_on_their_own_request() {
        String own = manager.post("/requests", budget(PERSONAL, 300_00)).text("id");
        refused(manager.post("/requests/" + own + "/approval"), 403, "own-request");
    }

    @Test
    void a_repeated_key_submits_once_and_is_refused_with_other_content() {
        TestClient repeating = anna.withIdempotencyKey("once-and-no-more");
        HttpAnswer first = repeating.post("/requests", budget(PERSONAL, 300_00));
        HttpAnswer second = repeating.post("/requests", budget(PERSONAL, 300_00));
        assertThat(second.text("id")).isEqualTo(first.text("id"));
        assertThat(available(anna, PERSONAL)).isEqualTo(200_00);
        refused(repeating.post("/requests", budget(PERSONAL, 1_00)), 422, "idempotency-key-reused");
        refused(
                anna.send(anna.request("/requests")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(budget(PERSONAL, 1_00)))),
                400,
                "idempotency-key-missing");
    }

    @Test
    void a_decision_on_an_account_that_changed_meanwhile_is_refused() {
        HttpAnswer submitted = anna.post("/requests", budget(PERSONAL, 300_00));
        anna.post("/requests", budget(HOURS, 600));
        String approval = "/requests/" + submitted.text("id") + "/approval";
        refused(manager.withIfMatch(submitted.etag()).post(approval), 412, "version-stale");
        String current = manager.get("/requests/" + submitted.text("id")).etag();
        assertThat(manager.withIfMatch(current).post(approval).status()).isEqualTo(200);
    }

    @Test
    void hr_decides_for_people_without_a_manager() {
        TestClient hr = staff.hr("p-hr");
        TestClient lone = staff.employee("p-lone", null);
        String request = lone.post("/requests", budget(PERSONAL, 300_00)).text("id");
        String ofAnna = anna.post("/requests", budget(PERSONAL, 300_00)).text("id");
        assertToDecide(manager, ofAnna);
        assertToDecide(hr, request);
        assertThat(toDecide(hr)).doesNotContain(ofAnna);
        assertThat(hr.post("/requests/" + request + "/approval").status()).isEqualTo(200);
        staff.leaves("p-bram", null);
        assertToDecide(hr, ofAnna);
    }

    private static void refused(HttpAnswer reply, int status, String code) {
        assertThat(reply.status()).as(reply.code()).isEqualTo(status);
        assertThat(reply.code()).isEqualTo(code);
    }

    private static void assertToDecide(TestClient decider, String request) {
        assertThat(toDecide(decider)).contains(request);
    }

    private static List<String> toDecide(TestClient decider) {
        BudgetsUnderTest.SERVICE.awaitSettled();
        return decider.get("/requests?toDecide=me").ids();
    }
}
