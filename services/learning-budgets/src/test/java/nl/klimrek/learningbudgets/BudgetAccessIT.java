package nl.klimrek.learningbudgets;

import static nl.klimrek.learningbudgets.RequestBodyFixture.available;
import static nl.klimrek.learningbudgets.RequestBodyFixture.budget;
import static nl.klimrek.learningbudgets.RequestBodyFixture.expense;
import static nl.klimrek.learningbudgets.RequestBodyFixture.refusal;
import static nl.klimrek.learningbudgets.StaffFixture.PERSONAL;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.klimrek.servicekit.security.Role;
import nl.klimrek.testkit.service.TestClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BudgetAccessIT {
    private final StaffFixture staff = new StaffFixture();
    private TestClient manager;
    private TestClient anna;
    private String request;

    @BeforeEach
    void anna_has_requested_budget() {
        manager = staff.manager("p-bram");
        anna = staff.employee("p-anna", "p-bram");
        request = anna.post("/requests", budget(PERSONAL, 300_00)).text("id");
    }

    @Test
    void nobody_of_another_organisation_reaches_anything() {
        StaffFixture elsewhere = new StaffFixture();
        List<TestClient> strangers = List.of(
                elsewhere.hr("p-hr"),
                elsewhere.manager("p-bram"),
                elsewhere.as("p-hr2", Role.HR, Role.MANAGER, Role.AUDITOR));
        for (TestClient stranger : strangers) {
            assertThat(everyAnswerTo(stranger)).containsOnly(403);
            assertThat(stranger.get("/requests?toDecide=me").ids()).isEmpty();
            assertThat(stranger.get("/requests").ids()).isEmpty();
        }
        assertThat(anna.get("/requests/" + request).text("status")).isEqualTo("REQUESTED");
    }

    @Test
    void a_namesake_in_another_organisation_has_an_own_account() {
        TestClient namesake = new StaffFixture().employee("p-anna", "p-bram");
        assertThat(available(namesake, PERSONAL)).isEqualTo(500_00);
        assertThat(namesake.get("/requests/" + request).status()).isEqualTo(404);
    }

    @Test
    void a_colleague_reaches_nothing_in_any_role() {
        assertThat(everyAnswerTo(staff.employee("p-carl", "p-bram"))).containsOnly(403);
        assertThat(everyAnswerTo(staff.as("p-dora", Role.MANAGER, Role.COACH, Role.AUDITOR)))
                .containsOnly(403);
        assertThat(everyAnswerTo(staff.as("hr-system", Role.HR_SYSTEM))).containsOnly(403);
    }

    @Test
    void only_hr_sees_and_sets_policies() {
        assertThat(manager.get("/policies").status()).isEqualTo(403);
        assertThat(manager.post("/policies", "{\"pots\": []}").status()).isEqualTo(403);
    }

    @Test
    void access_ends_with_the_relation() {
        assertThat(manager.get("/p-anna").status()).isEqualTo(200);
        TestClient next = staff.manager("p-next");
        BudgetsUnderTest.SERVICE.awaitSettled();
        staff.moves("p-anna", "p-next");
        assertThat(next.get("/requests?toDecide=me").ids()).contains(request);
        assertThat(everyAnswerTo(manager)).containsOnly(403);
        assertThat(manager.get("/requests?toDecide=me").ids()).isEmpty();
        assertThat(next.post("/requests/" + request + "/approval").status()).isEqualTo(200);
    }

    @Test
    void access_by_others_is_published_and_own_access_is_not() {
        anna.get("/mine");
        anna.get("/requests/" + request);
        manager.get("/p-anna");
        manager.get("/p-anna/ledger");
        staff.hr("p-hr").get("/requests/" + request);
        assertThat(staff.published("p-anna", "disclosed"))
                .extracting(event -> event.json().path("viewer").asText() + " "
                        + event.json().path("content").asText() + " "
                        + event.json().path("allowedBecause").asText())
                .containsExactlyInAnyOrder(
                        "p-bram BUDGETS MANAGER", "p-bram BUDGET_LEDGER MANAGER", "p-hr BUDGET_REQUEST HR");
    }

    @Test
    void nobody_reads_the_worklist_of_somebody_else() {
        assertThat(anna.get("/requests?toDecide=p-bram").status()).isEqualTo(403);
    }

    /** The status of every answer about Anna. */
    private List<Integer> everyAnswerTo(TestClient caller) {
        return List.of(
                caller.get("/p-anna").status(),
                caller.get("/p-anna/ledger").status(),
                caller.get("/requests/" + request).status(),
                caller.post("/requests/" + request + "/approval").status(),
                caller.post("/requests/" + request + "/refusal", refusal()).status(),
                caller.post("/requests/" + request + "/withdrawal").status(),
                caller.post("/requests/" + request + "/expense", expense(PERSONAL, 1))
                        .status(),
                caller.post("/requests/" + request + "/settlement").status(),
                caller.post("/requests/" + request + "/receipts/1/correction", expense(PERSONAL, 1))
                        .status(),
                caller.get("/p-anna/pots/" + PERSONAL + "/explanation").status(),
                caller.post("/p-anna/pots/" + PERSONAL + "/coverage").status());
    }
}
