package nl.klimrek.learningbudgets;

import static nl.klimrek.learningbudgets.RequestBodyFixture.available;
import static nl.klimrek.learningbudgets.RequestBodyFixture.budget;
import static nl.klimrek.learningbudgets.RequestBodyFixture.expense;
import static nl.klimrek.learningbudgets.RequestBodyFixture.pot;
import static nl.klimrek.learningbudgets.RequestBodyFixture.refusal;
import static nl.klimrek.learningbudgets.Roster.HOURS;
import static nl.klimrek.learningbudgets.Roster.PATIENCE;
import static nl.klimrek.learningbudgets.Roster.PERSONAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Year;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import nl.klimrek.learningbudgets.RunningService.Person;
import nl.klimrek.learningbudgets.RunningService.Reply;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BudgetRequestIT {

    private final Roster roster = new Roster();
    private Person manager;
    private Person anna;

    @BeforeEach
    void anna_works_for_bram() {
        manager = roster.manager("p-bram");
        anna = roster.employee("p-anna", "p-bram");
    }

    @Test
    void a_request_is_asked_decided_spent_and_the_rest_released() {
        Reply asked = anna.post("/requests", budget(PERSONAL, 300_00));
        assertThat(asked.status()).isEqualTo(201);
        assertThat(asked.text("status")).isEqualTo("REQUESTED");
        assertThat(asked.text("what")).isEqualTo(RequestBodyFixture.WHAT);
        assertThat(available(anna, PERSONAL)).isEqualTo(200_00);
        String request = asked.text("id");
        awaitToDecide(manager, request);

        Reply approved = manager.post("/requests/" + request + "/approval", "");
        assertThat(approved.status()).isEqualTo(200);
        assertThat(approved.text("status")).isEqualTo("APPROVED");
        assertThat(approved.body().path("decision").path("by").asText()).isEqualTo("p-bram");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(toDecide(manager)).doesNotContain(request));

        Reply settled = anna.post("/requests/" + request + "/expense", expense(PERSONAL, 250_00));
        assertThat(settled.text("status")).isEqualTo("SETTLED");
        assertThat(pot(anna, PERSONAL).path("spent").asLong()).isEqualTo(250_00);
        assertThat(available(anna, PERSONAL)).isEqualTo(250_00);
        assertThat(anna.get("/p-anna/ledger").body().path("items").findValuesAsText("type"))
                .containsExactly("GRANTED", "GRANTED", "RESERVED", "COMMITTED", "SPENT", "RELEASED");
        assertThat(anna.get("/requests").body().path("items").findValuesAsText("id"))
                .containsExactly(request);
    }

    @Test
    void under_the_threshold_the_policy_approves_at_once() {
        Reply asked = anna.post("/requests", budget(PERSONAL, 100_00));
        assertThat(asked.text("status")).isEqualTo("APPROVED");
        assertThat(asked.body().path("decision").path("automatically").asBoolean())
                .isTrue();
    }

    @Test
    void a_refusal_gives_a_reason_and_an_alternative() {
        String request = anna.post("/requests", budget(HOURS, 1200)).text("id");
        Reply half = manager.post("/requests/" + request + "/refusal", "{\"reason\": \"nee\"}");
        assertThat(half.status()).isEqualTo(400);
        assertThat(half.body().path("errors").findValuesAsText("field")).containsExactly("alternative");

        assertThat(manager.post("/requests/" + request + "/refusal", refusal()).text("status"))
                .isEqualTo("REFUSED");
        assertThat(anna.get("/requests/" + request)
                        .body()
                        .path("decision")
                        .path("alternative")
                        .asText())
                .isEqualTo(RequestBodyFixture.REFERRAL);
        assertThat(available(anna, HOURS)).isEqualTo(2400);
    }

    @Test
    void a_request_can_be_taken_back() {
        String request = anna.post("/requests", budget(PERSONAL, 300_00)).text("id");
        assertThat(manager.post("/requests/" + request + "/withdrawal", "").status())
                .isEqualTo(403);
        assertThat(anna.post("/requests/" + request + "/withdrawal", "").text("status"))
                .isEqualTo("WITHDRAWN");
        assertThat(available(anna, PERSONAL)).isEqualTo(500_00);
    }

    @Test
    void hr_takes_back_the_request_of_somebody_who_left_and_of_nobody_else() {
        Person hr = roster.hr("p-hr");
        String request = anna.post("/requests", budget(PERSONAL, 300_00)).text("id");
        manager.post("/requests/" + request + "/approval", "");
        assertThat(hr.post("/requests/" + request + "/withdrawal", "").status()).isEqualTo(403);
        assertThat(anna.get("/requests/" + request).text("status")).isEqualTo("APPROVED");
        assertThat(available(anna, PERSONAL)).isEqualTo(200_00);
        roster.leave("p-anna", "p-bram", 2);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(hr.post("/requests/" + request + "/withdrawal", "")
                                .text("status"))
                        .isEqualTo("WITHDRAWN"));
    }

    @Test
    void what_can_not_be_is_refused_and_changes_nothing() {
        Reply over = anna.post("/requests", budget(PERSONAL, 500_01));
        assertThat(over.status()).isEqualTo(409);
        assertThat(over.code()).isEqualTo("budget-insufficient");
        assertThat(over.body().path("details").path("available").asLong()).isEqualTo(500_00);
        String nextYear = Year.now(ZoneOffset.UTC).plusYears(1).atDay(1).toString();
        refused(
                anna.post("/requests", budget(PERSONAL, 100, Roster.TODAY, true)),
                422,
                "legal-training-not-from-personal-pot");
        refused(anna.post("/requests", budget(PERSONAL, 100, nextYear, false)), 422, "pot-not-valid-then");
        refused(anna.post("/requests", budget("gold-2026", 100)), 422, "pot-unknown");
        refused(anna.post("/requests", budget(PERSONAL, -5)), 400, "request-invalid");
        refused(anna.post("/requests", "{\"what\": "), 400, "body-unreadable");
        refused(anna.post("/requests", budget(PERSONAL, 100).replace("g-1a2b", "geheim")), 400, "request-invalid");
        assertThat(anna.get("/mine").etag()).isEqualTo("\"1\"");
    }

    @Test
    void spending_over_what_was_promised_is_refused() {
        String request = anna.post("/requests", budget(PERSONAL, 90_00)).text("id");
        refused(anna.post("/requests/" + request + "/expense", expense(PERSONAL, 90_01)), 409, "spent-over-committed");
        assertThat(pot(anna, PERSONAL).path("committed").asLong()).isEqualTo(90_00);
    }

    @Test
    void nobody_decides_on_their_own_request() {
        String own = manager.post("/requests", budget(PERSONAL, 300_00)).text("id");
        refused(manager.post("/requests/" + own + "/approval", ""), 403, "own-request");
    }

    @Test
    void the_same_key_asks_once_and_other_content_under_it_is_refused() {
        Map<String, String> key = Map.of("Idempotency-Key", "once-and-no-more");
        Reply first = anna.post("/requests", budget(PERSONAL, 300_00), key);
        Reply again = anna.post("/requests", budget(PERSONAL, 300_00), key);
        assertThat(again.text("id")).isEqualTo(first.text("id"));
        assertThat(available(anna, PERSONAL)).isEqualTo(200_00);
        refused(anna.post("/requests", budget(PERSONAL, 1_00), key), 422, "idempotency-key-reused");
        refused(anna.post("/requests", budget(PERSONAL, 1_00), Map.of()), 400, "idempotency-key-missing");
    }

    @Test
    void a_decision_on_an_account_that_changed_meanwhile_is_refused() {
        Reply asked = anna.post("/requests", budget(PERSONAL, 300_00));
        anna.post("/requests", budget(HOURS, 600));
        Reply stale = manager.post(
                "/requests/" + asked.text("id") + "/approval",
                "",
                Map.of("Idempotency-Key", "k1", "If-Match", asked.etag()));
        refused(stale, 412, "version-stale");
        Reply fresh = manager.post(
                "/requests/" + asked.text("id") + "/approval",
                "",
                Map.of(
                        "Idempotency-Key",
                        "k2",
                        "If-Match",
                        manager.get("/requests/" + asked.text("id")).etag()));
        assertThat(fresh.status()).isEqualTo(200);
    }

    @Test
    void who_has_no_manager_is_decided_by_hr() {
        Person hr = roster.hr("p-hr");
        Person lone = roster.employee("p-lone", null);
        String request = lone.post("/requests", budget(PERSONAL, 300_00)).text("id");
        String ofAnna = anna.post("/requests", budget(PERSONAL, 300_00)).text("id");
        awaitToDecide(manager, ofAnna);
        awaitToDecide(hr, request);
        assertThat(toDecide(hr)).doesNotContain(ofAnna);
        assertThat(hr.post("/requests/" + request + "/approval", "").status()).isEqualTo(200);
        roster.leave("p-bram", null, 2);
        awaitToDecide(hr, ofAnna);
    }

    private static void refused(Reply reply, int status, String code) {
        assertThat(reply.status()).as(reply.code()).isEqualTo(status);
        assertThat(reply.code()).isEqualTo(code);
    }

    private static void awaitToDecide(Person decider, String request) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(toDecide(decider)).contains(request));
    }

    private static List<String> toDecide(Person decider) {
        return decider.get("/requests?toDecide=me").body().path("items").findValuesAsText("id");
    }
}
