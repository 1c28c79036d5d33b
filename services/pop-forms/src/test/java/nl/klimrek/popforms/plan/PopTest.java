package nl.klimrek.popforms.plan;

import static nl.klimrek.popforms.plan.PopFixture.ANNA;
import static nl.klimrek.popforms.plan.PopFixture.BRAM;
import static nl.klimrek.popforms.plan.PopFixture.CARLA;
import static nl.klimrek.popforms.plan.PopFixture.NOW;
import static nl.klimrek.popforms.plan.PopFixture.TODAY;
import static nl.klimrek.popforms.plan.PopFixture.aGoal;
import static nl.klimrek.popforms.plan.PopFixture.accepted;
import static nl.klimrek.popforms.plan.PopFixture.agreedWithGoal;
import static nl.klimrek.popforms.plan.PopFixture.facts;
import static nl.klimrek.popforms.plan.PopFixture.refusal;
import static nl.klimrek.popforms.plan.PopFixture.started;
import static nl.klimrek.popforms.plan.PopFixture.withGoal;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import nl.klimrek.contracts.popforms.ActivityMode;
import nl.klimrek.contracts.popforms.GoalRanked;
import nl.klimrek.contracts.popforms.PopAgreed;
import nl.klimrek.contracts.popforms.PopConfirmed;
import nl.klimrek.eventing.Decision;
import nl.klimrek.popforms.goal.Goal;
import org.junit.jupiter.api.Test;

class PopTest {

    private static final Portrait PORTRAIT = new Portrait("making things", null, null, null, null, null, null);

    @Test
    void an_employee_has_one_living_plan() {
        assertThat(started().id()).isEqualTo("pop-" + ANNA);
        assertThat(Pop.ownerOf(started().id())).contains(ANNA);
        assertThat(refusal(Pop.start(Optional.of(started()), ANNA, started().template(), NOW)))
                .isEqualTo("pop-already-started");
    }

    @Test
    void goals_are_in_the_order_their_owner_gives_them_and_what_was_agreed_stays_agreed() {
        Pop pop = accepted(accepted(withGoal("g1").setGoal("g2", aGoal(), null, TODAY))
                .setGoal("g3", PopFixture.aPrivateGoal(), null, TODAY));

        Decision<Pop> moved = pop.rankGoal("g3", 1);

        assertThat(accepted(moved).goals()).extracting(Goal::id).containsExactly("g3", "g1", "g2");
        assertThat(accepted(moved).version()).isEqualTo(pop.version());
        assertThat(facts(moved)).containsExactly(new GoalRanked(pop.id(), ANNA, "g3", 1));
        assertThat(accepted(pop.rankGoal("g1", 99)).goals())
                .extracting(Goal::id)
                .containsExactly("g2", "g3", "g1");
        assertThat(facts(pop.rankGoal("g1", 99))).containsExactly(new GoalRanked(pop.id(), ANNA, "g1", 3));
        assertThat(accepted(pop.rankGoal("g1", 2)).goals()).extracting(Goal::id).containsExactly("g2", "g1", "g3");
        assertThat(pop.rankGoal("g2", 2)).isInstanceOf(Decision.Unchanged.class);
        assertThat(refusal(pop.rankGoal("g9", 1))).isEqualTo("goal-unknown");
    }

    @Test
    void a_version_is_agreed_when_both_confirm_it() {
        Pop pop = withGoal("g1");
        Decision<Pop> one = pop.confirm(2, BRAM, BRAM, NOW);
        assertThat(accepted(one).agreement()).isEqualTo(AgreementProgress.CONFIRMED_BY_MANAGER);
        assertThat(facts(one)).containsExactly(new PopConfirmed(pop.id(), ANNA, 2, BRAM));

        Decision<Pop> other = accepted(one).confirm(2, ANNA, BRAM, NOW);

        assertThat(accepted(other).agreement()).isEqualTo(AgreementProgress.AGREED);
        assertThat(facts(other))
                .containsExactly(new PopConfirmed(pop.id(), ANNA, 2, ANNA), new PopAgreed(pop.id(), ANNA, 2, BRAM));
    }

    @Test
    void any_change_of_an_agreed_plan_makes_a_new_version_to_confirm() {
        Pop agreed = agreedWithGoal("g1");
        Pop evaluated = accepted(accepted(agreed.startGoal("g1")).evaluateGoal("g1", PopFixture.note("hard"), TODAY));

        assertNewVersion(agreed, agreed.describe(PORTRAIT));
        assertNewVersion(agreed, agreed.setGoal("g2", aGoal(), null, TODAY));
        assertNewVersion(agreed, agreed.dropGoal("g1", PopFixture.note("moved on")));
        assertNewVersion(
                agreed, PlanLearning.planActivity(agreed, "g1", "a1", PopFixture.anActivity(ActivityMode.COURSE, 60)));
        assertNewVersion(
                evaluated, evaluated.adjustGoal("g1", PopFixture.words("Learn to solder"), TODAY.plusYears(1), TODAY));
    }

    @Test
    void following_an_agreed_plan_leaves_it_agreed() {
        Pop agreed = agreedWithGoal("g1");
        Pop acting = accepted(agreed.startGoal("g1"));
        Pop shown = accepted(PlanLearning.addEvidence(acting, "g1", PopFixture.aCertificate("e1")));
        Pop achieved = accepted(accepted(shown.evaluateGoal("g1", PopFixture.note("it went well"), TODAY))
                .achieveGoal("g1", TODAY, TODAY));

        assertThat(achieved.agreement()).isEqualTo(AgreementProgress.AGREED);
        assertThat(achieved.version()).isEqualTo(agreed.version());
    }

    @Test
    void what_is_private_neither_needs_nor_undoes_agreement() {
        Pop agreed = agreedWithGoal("g1");
        Pop more = accepted(agreed.setGoal("g2", PopFixture.aPrivateGoal(), null, TODAY));
        Pop planned =
                accepted(PlanLearning.planActivity(more, "g2", "a1", PopFixture.anActivity(ActivityMode.COACHING, 60)));
        Pop dropped = accepted(planned.dropGoal("g2", PopFixture.note("not now")));

        assertThat(dropped.version()).isEqualTo(agreed.version());
        assertThat(dropped.agreement()).isEqualTo(AgreementProgress.AGREED);
    }

    @Test
    void a_version_that_is_no_longer_current_cannot_be_confirmed() {
        assertThat(refusal(withGoal("g1").confirm(1, ANNA, BRAM, NOW))).isEqualTo("pop-version-not-current");
        assertThat(refusal(withGoal("g1").confirm(3, ANNA, BRAM, NOW))).isEqualTo("pop-version-not-current");
    }

    @Test
    void only_the_owner_and_the_current_manager_confirm() {
        assertThat(refusal(withGoal("g1").confirm(2, CARLA, BRAM, NOW))).isEqualTo("pop-confirmation-forbidden");
        assertThat(refusal(withGoal("g1").confirm(2, BRAM, null, NOW))).isEqualTo("pop-confirmation-forbidden");
    }

    @Test
    void what_a_former_manager_confirmed_does_not_make_an_agreement_with_the_next() {
        Pop byFormer = accepted(withGoal("g1").confirm(2, BRAM, BRAM, NOW));

        Pop andOwner = accepted(byFormer.confirm(2, ANNA, CARLA, NOW));
        assertThat(andOwner.agreement()).isEqualTo(AgreementProgress.CONFIRMED_BY_EMPLOYEE);

        Decision<Pop> andNext = andOwner.confirm(2, CARLA, CARLA, NOW);
        assertThat(accepted(andNext).agreement()).isEqualTo(AgreementProgress.AGREED);
        assertThat(facts(andNext)).contains(new PopAgreed(byFormer.id(), ANNA, 2, CARLA));
    }

    @Test
    void confirming_twice_changes_nothing() {
        Pop once = accepted(withGoal("g1").confirm(2, ANNA, BRAM, NOW));

        assertThat(once.confirm(2, ANNA, BRAM, NOW)).isInstanceOf(Decision.Unchanged.class);
        assertThat(agreedWithGoal("g1").confirm(2, BRAM, BRAM, NOW)).isInstanceOf(Decision.Unchanged.class);
    }

    @Test
    void goals_are_in_the_owners_own_order() {
        Pop pop = accepted(withGoal("g1").setGoal("g2", aGoal(), 1, TODAY));

        assertThat(accepted(pop.setGoal("g3", aGoal(), 99, TODAY)).goals())
                .extracting(Goal::id)
                .containsExactly("g2", "g1", "g3");
    }

    @Test
    void a_plan_that_would_outgrow_its_document_takes_no_more() {
        Pop pop = accepted(withGoal("g1").startGoal("g1"));

        assertThat(refusal(pop.evaluateGoal("g1", PopFixture.note("x".repeat(Pop.ROOM)), TODAY)))
                .isEqualTo("pop-full");
    }

    private static void assertNewVersion(Pop before, Decision<Pop> change) {
        Pop after = accepted(change);
        assertThat(after.version()).isEqualTo(before.version() + 1);
        assertThat(after.agreement()).isEqualTo(AgreementProgress.DRAFT);
        assertThat(after.agreed()).isEqualTo(before.agreed());
    }
}
