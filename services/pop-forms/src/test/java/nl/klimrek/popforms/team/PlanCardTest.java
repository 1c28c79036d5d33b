package nl.klimrek.popforms.team;

import static nl.klimrek.popforms.plan.PopFixture.TODAY;
import static nl.klimrek.popforms.plan.PopFixture.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import nl.klimrek.eventing.Decision;
import nl.klimrek.popforms.goal.GoalState;
import nl.klimrek.popforms.plan.AgreementProgress;
import nl.klimrek.popforms.plan.Pop;
import nl.klimrek.popforms.plan.PopFixture;
import org.junit.jupiter.api.Test;

class PlanCardTest {

    @Test
    void a_card_counts_what_is_shared_and_of_private_goals_only_how_many() {
        Pop pop = accepted(accepted(PopFixture.withGoal("g1").startGoal("g1"))
                .setGoal("g2", PopFixture.aPrivateGoal(), null, TODAY));

        assertThat(PlanCard.of(pop, 4))
                .isEqualTo(new PlanCard(
                        PopFixture.ANNA,
                        pop.id(),
                        4,
                        2,
                        AgreementProgress.DRAFT,
                        Map.of(GoalState.ACTING, 1),
                        1,
                        TODAY.plusMonths(6)));
    }

    @Test
    void what_is_only_private_has_no_day_that_shows() {
        Pop pop = accepted(PopFixture.started().setGoal("g1", PopFixture.aPrivateGoal(), null, TODAY));

        assertThat(PlanCard.of(pop, 2).nextTarget()).isNull();
    }

    @Test
    void a_card_is_replaced_by_a_newer_one_only() {
        PlanCard older = PlanCard.of(PopFixture.started(), 1);
        PlanCard newer = PlanCard.of(PopFixture.withGoal("g1"), 2);

        assertThat(newer.replacing(older)).isEqualTo(Decision.accept(newer));
        assertThat(older.replacing(newer)).isInstanceOf(Decision.Unchanged.class);
        assertThat(newer.replacing(newer)).isInstanceOf(Decision.Unchanged.class);
    }
}
