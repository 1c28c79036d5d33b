package nl.klimrek.learningbudgets;

import static nl.klimrek.learningbudgets.RequestBodyFixture.available;
import static nl.klimrek.learningbudgets.RequestBodyFixture.budget;
import static nl.klimrek.learningbudgets.RequestBodyFixture.pot;
import static nl.klimrek.learningbudgets.StaffFixture.HOURS;
import static nl.klimrek.learningbudgets.StaffFixture.PERSONAL;
import static nl.klimrek.testkit.service.TestClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import nl.klimrek.testkit.service.HttpAnswer;
import nl.klimrek.testkit.service.TestClient;
import org.junit.jupiter.api.Test;

/** Receipts, their correction, and why a pot holds what it holds, through the API. */
class ReceiptIT {
    private final StaffFixture staff = new StaffFixture();
    private final TestClient manager = staff.manager("p-bram");
    private final TestClient anna = staff.employee("p-anna", "p-bram");

    @Test
    void two_receipts_settle_a_request_from_two_pots_and_a_wrong_one_is_corrected() {
        String request = approved();
        HttpAnswer first = receipt(request, "bon 1", 120_00, 60, false);
        assertThat(first.text("status")).isEqualTo("APPROVED");
        assertThat(receipt(request, "bon 1", 10_00, 0, false).problem()).isEqualTo("409 receipt-twice");
        receipt(request, "bon 2", 30_00, 0, false).ok();
        HttpAnswer corrected = anna.post(
                "/requests/" + request + "/receipts/1/correction", body("bon 1, zoals hij is", 100_00, 60, true));
        assertThat(corrected.json().path("receipts").findValuesAsText("counts"))
                .containsExactly("false", "true", "true");
        assertThat(corrected.json().path("receipts").path(2).path("replaces").asInt())
                .isEqualTo(1);
        assertThat(anna.post("/requests/" + request + "/settlement").text("status"))
                .isEqualTo("SETTLED");
        assertThat(pot(anna, PERSONAL).path("spent").asLong()).isEqualTo(130_00);
        assertThat(available(anna, PERSONAL)).isEqualTo(370_00);
        assertThat(available(anna, HOURS)).isEqualTo(2400 - 60);
        assertThat(anna.post("/requests/" + request + "/withdrawal").problem()).isEqualTo("409 request-ended");
    }

    @Test
    void impossible_receipts_change_nothing() {
        String request = approved();
        String path = "/requests/" + request;
        assertThat(anna.post(path + "/settlement").problem()).isEqualTo("409 receipts-missing");
        assertThat(anna.post(path + "/receipts/1/correction", body("x", 1, 0, true))
                        .problem())
                .isEqualTo("404 receipt-unknown");
        assertThat(anna.post(path + "/receipts/one/correction", body("x", 1, 0, true))
                        .problem())
                .isEqualTo("404 receipt-unknown");
        assertThat(receipt(request, "x", 0, 0, true).problem()).isEqualTo("422 expense-empty");
        for (String amount : new String[] {"-1", "1000000000001", "0.001", "\"NaN\"", "null"}) {
            assertThat(anna.post(
                                    path + "/expense",
                                    json("{'receipt': 'x', 'spent': [{'pot': '%s', 'amount': %s}]}", PERSONAL, amount))
                            .status())
                    .as(amount)
                    .isEqualTo(400);
        }
        assertThat(pot(anna, PERSONAL).path("committed").asLong()).isEqualTo(300_00);
    }

    @Test
    void a_pot_explains_itself_line_by_line_on_any_day() {
        String request = approved();
        receipt(request, "bon 1", 120_00, 0, true).ok();
        JsonNode today =
                anna.get("/p-anna/pots/" + PERSONAL + "/explanation").ok().json();
        assertThat(today.path("lines").findValuesAsText("type"))
                .containsExactly("RELEASED", "SPENT", "COMMITTED", "RESERVED", "GRANTED");
        assertThat(today.path("lines").findValuesAsText("available"))
                .containsExactly("38000", "20000", "20000", "20000", "50000");
        assertThat(today.path("pot").path("available").asLong()).isEqualTo(380_00);
        assertThat(today.path("rules").path("fullGrant").asLong()).isEqualTo(500_00);
        JsonNode before = anna.get("/p-anna/pots/" + PERSONAL + "/explanation?on="
                        + staff.today().minusDays(2))
                .ok()
                .json();
        assertThat(before.path("lines")).isEmpty();
        assertThat(before.path("pot").path("granted").asLong()).isZero();
        for (String day : new String[] {"+999999999-12-31", "-999999999-01-01"}) {
            assertThat(anna.get("/p-anna/pots/" + PERSONAL + "/explanation?on=" + day.replace("+", "%2B"))
                            .status())
                    .as(day)
                    .isLessThan(500);
        }
        assertThat(anna.get("/p-anna/pots/gold-2027/explanation").problem()).isEqualTo("404 pot-not-found");
        assertThat(anna.get("/p-anna/pots/" + PERSONAL + "/explanation?on=2027-02-30")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void fewer_hours_leave_a_pending_request_whole_and_hr_covers_the_shortfall() {
        TestClient hr = staff.hr("p-hr");
        String request = anna.post("/requests", budget(PERSONAL, 400_00)).text("id");
        staff.changesHours("p-anna", "p-bram", 18 * 60, "2027-01-01");
        assertThat(pot(anna, PERSONAL).path("shortfall").asLong()).isEqualTo(150_00);
        assertThat(available(anna, HOURS)).isEqualTo(1200);
        BudgetsUnderTest.SERVICE.awaitSettled();
        JsonNode shown = hr.get("/shortfalls").ok().json().path("items").path(0);
        assertThat(shown.path("employee").asText()).isEqualTo("p-anna");
        assertThat(shown.path("pots").path(0).path("pending").path(0).asText()).isEqualTo(request);
        assertThat(manager.get("/shortfalls").status()).isEqualTo(403);
        assertThat(anna.post("/p-anna/pots/" + PERSONAL + "/coverage").status()).isEqualTo(403);
        assertThat(hr.post("/p-hr/pots/" + PERSONAL + "/coverage").status()).isEqualTo(403);
        hr.post("/p-anna/pots/" + PERSONAL + "/coverage").ok();
        assertThat(hr.post("/p-anna/pots/" + PERSONAL + "/coverage").problem()).isEqualTo("409 no-shortfall");
        assertThat(pot(anna, PERSONAL).path("granted").asLong()).isEqualTo(400_00);
        assertThat(manager.post("/requests/" + request + "/approval").text("status"))
                .isEqualTo("APPROVED");
        BudgetsUnderTest.SERVICE.awaitSettled();
        assertThat(hr.get("/shortfalls").ok().json().path("items")).isEmpty();
    }

    @Test
    void a_replayed_change_of_hours_changes_the_grant_once() {
        staff.changesHours("p-anna", "p-bram", 18 * 60, "2027-01-01");
        staff.changesHours("p-anna", "p-bram", 18 * 60, "2027-01-01");
        assertThat(pot(anna, PERSONAL).path("granted").asLong()).isEqualTo(250_00);
        assertThat(staff.published("p-anna", "budget-grant-adjusted")).hasSize(2);
    }

    private String approved() {
        String request = anna.post("/requests", json("""
                        {'what': 'cursus', 'neededOn': '2027-11-02',
                         'shares': [{'pot': '%s', 'amount': 30000}, {'pot': '%s', 'amount': 480}]}""", PERSONAL, HOURS)).text("id");
        manager.post("/requests/" + request + "/approval").ok();
        return request;
    }

    private HttpAnswer receipt(String request, String text, long cents, long minutes, boolean last) {
        return anna.post("/requests/" + request + "/expense", body(text, cents, minutes, last));
    }

    private static String body(String text, long cents, long minutes, boolean last) {
        return json("""
                {'receipt': '%s', 'last': %b,
                 'spent': [{'pot': '%s', 'amount': %d}, {'pot': '%s', 'amount': %d}]}""", text, last, PERSONAL, cents, HOURS, minutes);
    }
}
