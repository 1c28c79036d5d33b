package nl.klimrek.popforms.proposal;

import static nl.klimrek.popforms.plan.PopFixture.ANNA;
import static nl.klimrek.popforms.plan.PopFixture.BRAM;
import static nl.klimrek.popforms.plan.PopFixture.CARLA;
import static nl.klimrek.popforms.plan.PopFixture.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import nl.klimrek.contracts.popforms.GoalProposalAccepted;
import nl.klimrek.contracts.popforms.GoalProposalDeclined;
import nl.klimrek.contracts.popforms.GoalProposalWithdrawn;
import nl.klimrek.contracts.popforms.GoalProposed;
import nl.klimrek.eventing.Decision;
import nl.klimrek.popforms.plan.PopFixture;
import org.junit.jupiter.api.Test;

class GoalProposalsTest {

    private static final GoalProposals NONE = new GoalProposals(ANNA, List.of());

    @Test
    void a_proposal_is_open_until_the_employee_answers() {
        Decision<GoalProposals> proposed = NONE.propose(proposal("g1", TODAY));

        assertThat(facts(proposed)).singleElement().isInstanceOf(GoalProposed.class);
        GoalProposals open = state(proposed);
        assertThat(open.propose(proposal("g1", TODAY))).isInstanceOf(Decision.Unchanged.class);
        assertThat(facts(open.accepted("g1"))).containsExactly(new GoalProposalAccepted(ANNA, "g1", BRAM));
        assertThat(state(open.accepted("g1")).all()).isEmpty();
        assertThat(NONE.accepted("g1")).isInstanceOf(Decision.Unchanged.class);
    }

    @Test
    void a_no_needs_no_reason_and_its_proposer_can_read_it() {
        GoalProposals open = state(NONE.propose(proposal("g1", TODAY)));
        Decision<GoalProposals> no = open.decline("g1", null, TODAY);

        assertThat(facts(no)).containsExactly(new GoalProposalDeclined(ANNA, "g1", BRAM));
        assertThat(state(no).open("g1")).isEmpty();
        assertThat(state(no).all()).hasSize(1);
        assertThat(state(no).decline("g1", null, TODAY)).isEqualTo(Decision.refuse("proposal-already-declined"));
        assertThat(NONE.decline("g1", null, TODAY)).isEqualTo(Decision.refuse("proposal-unknown"));
        assertThat(state(no).accepted("g1")).isInstanceOf(Decision.Unchanged.class);
        assertThat(facts(state(no).withdraw("g1", BRAM))).isEmpty();
    }

    @Test
    void only_its_proposer_withdraws_a_proposal() {
        GoalProposals open = state(NONE.propose(proposal("g1", TODAY)));

        assertThat(open.withdraw("g1", CARLA)).isEqualTo(Decision.refuse("proposal-unknown"));
        assertThat(facts(open.withdraw("g1", BRAM))).containsExactly(new GoalProposalWithdrawn(ANNA, "g1", BRAM));
    }

    @Test
    void proposals_do_not_pile_up_and_old_answers_go() {
        GoalProposals many = NONE;
        for (int i = 0; i < GoalProposals.MAX_OPEN; i++) {
            many = state(many.propose(proposal("g" + i, TODAY)));
        }
        assertThat(many.propose(proposal("more", TODAY)))
                .isEqualTo(Decision.refuse("proposals-full", "most", GoalProposals.MAX_OPEN));
        for (int i = 0; i < 2 * GoalProposals.MAX_DECLINED; i++) {
            GoalProposals fewer = state(many.decline(firstOpen(many), null, TODAY));
            many = state(fewer.propose(proposal("n" + i, TODAY)));
        }
        assertThat(many.all()).hasSize(GoalProposals.MAX_OPEN + GoalProposals.MAX_DECLINED);
    }

    @Test
    void a_day_that_has_passed_is_not_proposed() {
        assertThat(NONE.propose(proposal("g1", TODAY.plusYears(1)))).isEqualTo(Decision.refuse("target-date-past"));
    }

    private static String firstOpen(GoalProposals all) {
        return all.all().stream()
                .filter(GoalProposal::open)
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static GoalProposal proposal(String id, LocalDate today) {
        return new GoalProposal(id, BRAM, PopFixture.anAim(), PopFixture.words("Lead the stand-up"), today, null);
    }

    private static GoalProposals state(Decision<GoalProposals> decision) {
        return decision.stateOr(() -> {
            throw new AssertionError("nothing changed");
        });
    }

    private static List<Record> facts(Decision<GoalProposals> decision) {
        return ((Decision.Accepted<GoalProposals>) decision).events();
    }
}
