package nl.klimrek.learningbudgets;

import static nl.klimrek.learningbudgets.RequestBodyFixture.available;
import static nl.klimrek.learningbudgets.RequestBodyFixture.budget;
import static nl.klimrek.learningbudgets.RequestBodyFixture.expense;
import static nl.klimrek.learningbudgets.RequestBodyFixture.refusal;
import static nl.klimrek.learningbudgets.Roster.PATIENCE;
import static nl.klimrek.learningbudgets.Roster.PERSONAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import nl.klimrek.learningbudgets.RunningService.Person;
import nl.klimrek.servicekit.security.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BudgetAccessIT {

    private final Roster roster = new Roster();
    private Person manager;
    private Person anna;
    private String request;

    @BeforeEach
    void anna_asked_her_manager_for_budget() {
        manager = roster.manager("p-bram");
        anna = roster.employee("p-anna", "p-bram");
        request = anna.post("/requests", budget(PERSONAL, 300_00)).text("id");
    }

    @Test
    void nobody_of_another_organisation_reaches_anything() {
        Roster elsewhere = new Roster();
        List<Person> strangers = List.of(
                elsewhere.hr("p-hr"),
                elsewhere.manager("p-bram"),
                new Person("p-hr2", elsewhere.organisation, Role.HR, Role.MANAGER, Role.AUDITOR));
        for (Person stranger : strangers) {
            assertThat(everyAnswerTo(stranger)).containsOnly(403);
            assertThat(stranger.get("/requests?toDecide=me").body().path("items"))
                    .isEmpty();
            assertThat(stranger.get("/requests").body().path("items")).isEmpty();
        }
        assertThat(anna.get("/requests/" + request).text("status")).isEqualTo("REQUESTED");
    }

    @Test
    void a_namesake_in_another_organisation_has_an_account_of_their_own() {
        Person namesake = new Roster().employee("p-anna", "p-bram");
        assertThat(available(namesake, PERSONAL)).isEqualTo(500_00);
        assertThat(namesake.get("/requests/" + request).status()).isEqualTo(404);
    }

    @Test
    void a_colleague_reaches_nothing_whatever_role_they_hold_over_others() {
        assertThat(everyAnswerTo(roster.employee("p-carl", "p-bram"))).containsOnly(403);
        assertThat(everyAnswerTo(new Person("p-dora", roster.organisation, Role.MANAGER, Role.COACH, Role.AUDITOR)))
                .containsOnly(403);
        assertThat(everyAnswerTo(new Person("hr-system", roster.organisation, Role.HR_SYSTEM)))
                .containsOnly(403);
    }

    @Test
    void only_hr_sees_and_sets_policies() {
        assertThat(manager.get("/policies").status()).isEqualTo(403);
        assertThat(manager.post("/policies", "{\"pots\": []}").status()).isEqualTo(403);
    }

    @Test
    void access_ends_with_the_relation() {
        assertThat(manager.get("/p-anna").status()).isEqualTo(200);
        Person next = roster.manager("p-next");
        roster.move("p-anna", "p-next", 2);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(toDecide(next)).contains(request));
        assertThat(everyAnswerTo(manager)).containsOnly(403);
        assertThat(toDecide(manager)).isEmpty();
        assertThat(next.post("/requests/" + request + "/approval", "").status()).isEqualTo(200);
    }

    @Test
    void each_look_of_another_is_told_and_ones_own_is_not() {
        anna.get("/mine");
        anna.get("/requests/" + request);
        manager.get("/p-anna");
        manager.get("/p-anna/ledger");
        roster.hr("p-hr").get("/requests/" + request);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(looks())
                        .containsExactlyInAnyOrder(
                                "p-bram BUDGETS MANAGER", "p-bram BUDGET_LEDGER MANAGER", "p-hr BUDGET_REQUEST HR"));
    }

    @Test
    void nobody_reads_the_list_of_somebody_else() {
        assertThat(anna.get("/requests?toDecide=p-bram").status()).isEqualTo(403);
    }

    /** The answers to everything that concerns Anna; her id stands in no list of anybody else. */
    private List<Integer> everyAnswerTo(Person caller) {
        return List.of(
                caller.get("/p-anna").status(),
                caller.get("/p-anna/ledger").status(),
                caller.get("/requests/" + request).status(),
                caller.post("/requests/" + request + "/approval", "").status(),
                caller.post("/requests/" + request + "/refusal", refusal()).status(),
                caller.post("/requests/" + request + "/withdrawal", "").status(),
                caller.post("/requests/" + request + "/expense", expense(PERSONAL, 1))
                        .status());
    }

    private List<String> looks() {
        return roster.facts("p-anna", "disclosed").stream()
                .map(look -> look.path("viewer").asText() + " "
                        + look.path("content").asText() + " "
                        + look.path("allowedBecause").asText())
                .toList();
    }

    private static List<String> toDecide(Person decider) {
        return decider.get("/requests?toDecide=me").body().path("items").findValuesAsText("id");
    }
}
