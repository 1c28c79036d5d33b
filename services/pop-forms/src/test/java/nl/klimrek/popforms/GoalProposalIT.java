package nl.klimrek.popforms;

import static nl.klimrek.popforms.TeamFixture.POP;
import static nl.klimrek.popforms.TeamFixture.SECRET;
import static nl.klimrek.popforms.TeamFixture.inHalfAYear;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import nl.klimrek.servicekit.security.Role;
import nl.klimrek.testkit.events.EventSchema;
import nl.klimrek.testkit.events.TopicRecord;
import nl.klimrek.testkit.service.HttpAnswer;
import nl.klimrek.testkit.service.TestClient;
import org.junit.jupiter.api.Test;

/** Proposed, not imposed. */
class GoalProposalIT {

    private static final String PROPOSALS = POP + "/proposals";

    private final TeamFixture team = new TeamFixture();
    private final TestClient anna = team.anna();
    private final TestClient bram = team.bram();

    @Test
    void a_proposed_goal_is_in_the_plan_only_when_the_employee_accepts_it_which_starts_the_plan() {
        HttpAnswer proposed =
                bram.post(PROPOSALS, proposal("De overdracht leiden", "")).ok();
        assertThat(proposed.text("/origin")).isEqualTo("MANAGER");
        assertThat(anna.get("/mine").problem()).isEqualTo("404 pop-not-started");
        String goal = anna.get(PROPOSALS).ok().text("/items/0/id");

        anna.post(PROPOSALS + "/" + goal + "/acceptance").ok();
        HttpAnswer plan = anna.get("/mine").ok();
        assertThat(plan.text("/goals/0/id")).isEqualTo(goal);
        assertThat(plan.text("/goals/0/title")).isEqualTo("De overdracht leiden");
        assertThat(plan.text("/goals/0/origin")).isEqualTo("MANAGER");
        assertThat(anna.get(PROPOSALS).json().at("/items")).isEmpty();
        anna.post(PROPOSALS + "/" + goal + "/acceptance").ok();
        assertThat(anna.get("/mine").json().at("/goals")).hasSize(1);
        await().untilAsserted(() -> assertThat(team.publishedTypes())
                .containsExactlyInAnyOrder("goal-proposed", "pop-started", "goal-set", "goal-proposal-accepted"));
    }

    @Test
    void an_employee_chooses_another_day_or_says_no_and_only_the_proposer_reads_why() {
        String first = bram.post(PROPOSALS, proposal("Een", "")).ok().text("/id");
        String second = bram.post(PROPOSALS, proposal("Twee", "")).ok().text("/id");
        String later = inHalfAYear().plusMonths(2).toString();

        anna.post(PROPOSALS + "/" + first + "/acceptance", "{\"targetDate\":\"" + later + "\"}")
                .ok();
        assertThat(anna.get("/mine").ok().text("/goals/0/targetDate")).isEqualTo(later);
        assertThat(anna.post(PROPOSALS + "/" + second + "/decline", "{\"reason\":\"Past nu niet\"}")
                        .status())
                .isEqualTo(204);
        assertThat(anna.get(PROPOSALS).json().at("/items")).isEmpty();
        assertThat(bram.get(PROPOSALS).ok().text("/items/0/declinedBecause")).isEqualTo("Past nu niet");
        assertThat(anna.post(PROPOSALS + "/" + second + "/decline").problem())
                .isEqualTo("409 proposal-already-declined");
        assertThat(anna.post(PROPOSALS + "/" + second + "/acceptance").problem())
                .isEqualTo("404 proposal-unknown");
    }

    @Test
    void a_team_member_proposes_and_sees_only_their_own_proposals() {
        team.joinsTeam("anna", "lasserij");
        team.joinsTeam("dirk", "lasserij");
        team.joinsTeam("els", "kantine");
        TestClient dirk = team.client("dirk", Role.EMPLOYEE);
        TestClient els = team.client("els", Role.EMPLOYEE);

        assertThat(dirk.post(PROPOSALS, proposal("Samen leren", "")).ok().text("/origin"))
                .isEqualTo("TEAM");
        assertThat(els.post(PROPOSALS, proposal("Van buiten", "")).problem()).isEqualTo("403 forbidden");
        assertThat(els.get(PROPOSALS).problem()).isEqualTo("403 forbidden");
        assertThat(anna.post(PROPOSALS, proposal("Aan mezelf", "")).problem()).isEqualTo("403 forbidden");
        assertThat(dirk.get(PROPOSALS).json().at("/items")).hasSize(1);
        assertThat(dirk.post("/pop-nobody/proposals", proposal("x", "")).problem())
                .isEqualTo("403 forbidden");
    }

    @Test
    void nobody_answers_or_withdraws_for_somebody_else() {
        String goal = bram.post(PROPOSALS, proposal("Een", ",\"onBehalfOfTeam\":true"))
                .ok()
                .text("/id");

        assertThat(bram.post(PROPOSALS + "/" + goal + "/acceptance").problem()).isEqualTo("403 forbidden");
        assertThat(bram.post(PROPOSALS + "/" + goal + "/decline").problem()).isEqualTo("403 forbidden");
        assertThat(team.hella().get(PROPOSALS).problem()).isEqualTo("403 forbidden");
        assertThat(anna.post(PROPOSALS + "/" + goal + "/withdrawal").problem()).isEqualTo("403 forbidden");
        assertThat(team.client("carla", Role.EMPLOYEE)
                        .post(PROPOSALS + "/" + goal + "/withdrawal")
                        .problem())
                .isEqualTo("404 proposal-unknown");
        TestClient elsewhere = TeamFixture.as("bram", team.organisation() + "x", Role.MANAGER);
        assertThat(elsewhere.get(PROPOSALS).problem()).isEqualTo("403 forbidden");
        assertThat(elsewhere.post(PROPOSALS + "/" + goal + "/withdrawal").problem())
                .isEqualTo("404 proposal-unknown");
        assertThat(bram.post(PROPOSALS + "/" + goal + "/withdrawal").status()).isEqualTo(204);
        assertThat(anna.get(PROPOSALS).json().at("/items")).isEmpty();
    }

    @Test
    void no_word_of_a_proposal_is_in_an_event() {
        String goal = bram.post(PROPOSALS, proposal(SECRET, "")).ok().text("/id");
        anna.post(PROPOSALS + "/" + goal + "/decline", "{\"reason\":\"" + SECRET + "\"}");
        bram.post(PROPOSALS, proposal(SECRET, "")).ok();

        await().untilAsserted(() -> assertThat(team.publishedTypes())
                .containsExactly("goal-proposed", "goal-proposal-declined", "goal-proposed"));
        for (TopicRecord record : team.published()) {
            assertThat(record.everything()).doesNotContain(SECRET);
            assertThat(EventSchema.violations(record)).isEmpty();
        }
    }

    private static String proposal(String title, String more) {
        return """
                {"title":"%s","why":"Je doet dit al graag","targetDate":"%s","horizon":"SHORT","purpose":"BROADEN","direction":"SIDE"%s}
                """.formatted(title, inHalfAYear(), more);
    }
}
