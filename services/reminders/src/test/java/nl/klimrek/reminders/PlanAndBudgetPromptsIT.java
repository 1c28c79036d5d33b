package nl.klimrek.reminders;

import static nl.klimrek.reminders.ConversationFixture.COMMITMENT;
import static nl.klimrek.reminders.OrganisationFixture.ANNA;
import static nl.klimrek.reminders.OrganisationFixture.BRAM;
import static nl.klimrek.testkit.events.EventFixture.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nl.klimrek.contracts.learningbudgets.BudgetExhausted;
import nl.klimrek.contracts.learningbudgets.BudgetExpiring;
import nl.klimrek.contracts.learningbudgets.BudgetReleased;
import nl.klimrek.contracts.learningbudgets.BudgetRequestApproved;
import nl.klimrek.contracts.learningbudgets.BudgetRequestRefused;
import nl.klimrek.contracts.learningbudgets.BudgetRequested;
import nl.klimrek.contracts.learningbudgets.BudgetSpent;
import nl.klimrek.contracts.learningbudgets.BudgetUnit;
import nl.klimrek.contracts.learningbudgets.BudgetUnused;
import nl.klimrek.contracts.people.PersonField;
import nl.klimrek.contracts.popforms.ActivityChanged;
import nl.klimrek.contracts.popforms.ActivityMode;
import nl.klimrek.contracts.popforms.ActivityPlanned;
import nl.klimrek.contracts.popforms.Barrier;
import nl.klimrek.contracts.popforms.Direction;
import nl.klimrek.contracts.popforms.EvidenceAdded;
import nl.klimrek.contracts.popforms.EvidenceValidated;
import nl.klimrek.contracts.popforms.Factor;
import nl.klimrek.contracts.popforms.GoalAchieved;
import nl.klimrek.contracts.popforms.GoalChanged;
import nl.klimrek.contracts.popforms.GoalDropped;
import nl.klimrek.contracts.popforms.GoalHorizon;
import nl.klimrek.contracts.popforms.GoalProposalDeclined;
import nl.klimrek.contracts.popforms.GoalProposalWithdrawn;
import nl.klimrek.contracts.popforms.GoalProposed;
import nl.klimrek.contracts.popforms.GoalSet;
import nl.klimrek.contracts.popforms.GoalStalled;
import nl.klimrek.contracts.popforms.GoalStarted;
import nl.klimrek.contracts.popforms.LearningForm;
import nl.klimrek.contracts.popforms.LearningSetting;
import nl.klimrek.contracts.popforms.Origin;
import nl.klimrek.contracts.popforms.PopAgreed;
import nl.klimrek.contracts.popforms.PopConfirmed;
import nl.klimrek.contracts.popforms.Purpose;
import nl.klimrek.contracts.popforms.Validation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who hears of goals, plans and learning budgets, and what silences it. */
class PlanAndBudgetPromptsIT {

    private static final String CARLA = "p-carla";
    private static final String POP = "pop-" + ANNA;
    private static final String ACCOUNT = "ba-" + ANNA;

    private final Reminders service = Reminders.SHARED;
    private final OrganisationFixture office = new OrganisationFixture();
    private LocalDate today;

    @BeforeEach
    void it_is_monday_before_office_hours() {
        Instant monday = service.toNextMonday("07:00");
        today = Reminders.day(monday);
    }

    @Test
    void a_goal_is_looked_at_two_weeks_before_its_day_unless_it_ended() {
        set("g-1", false);
        assertThat(office.due(ANNA, "evaluate-goal")).isEqualTo(Reminders.atNine(today.plusDays(46)));
        plan(ANNA, new GoalAchieved(POP, ANNA, "g-1", today));
        assertThat(office.story(ANNA)).containsExactly("scheduled evaluate-goal", "cancelled evaluate-goal MOOT");
        assertThat(office.story(BRAM)).isEmpty();
    }

    @Test
    void a_proposed_goal_is_heard_of_by_the_employee_and_its_answer_by_the_proposer() {
        propose("g-8");
        assertThat(office.story(ANNA)).containsExactly("scheduled consider-proposal");
        assertThat(office.story(BRAM)).isEmpty();
        plan(ANNA, new GoalProposalDeclined(ANNA, "g-8", BRAM));
        assertThat(office.story(BRAM)).containsExactly("scheduled see-proposal-answer");
        assertThat(office.story(ANNA)).hasSize(2);
        propose("g-9");
        plan(ANNA, new GoalProposalWithdrawn(ANNA, "g-9", BRAM));
        assertThat(office.story(ANNA)).endsWith("cancelled consider-proposal MOOT");
    }

    private void propose(String goal) {
        plan(
                ANNA,
                new GoalProposed(
                        ANNA,
                        goal,
                        BRAM,
                        Origin.MANAGER,
                        GoalHorizon.SHORT,
                        Purpose.BROADEN,
                        Direction.SIDE,
                        today.plusDays(60),
                        COMMITMENT));
    }

    @Test
    void the_blocked_factor_decides_whom_a_stalled_goal_is_asked_of() {
        plan(ANNA, new GoalStalled(POP, ANNA, "g-1", List.of(Barrier.CONFIDENCE), Factor.DURVEN));
        plan(ANNA, new GoalStalled(POP, ANNA, "g-2", List.of(Barrier.MONEY), Factor.MOGEN));
        assertThat(office.story(ANNA)).containsExactly("scheduled restart-goal");
        assertThat(office.story(BRAM)).containsExactly("scheduled make-room");
        plan(ANNA, new GoalStarted(POP, ANNA, "g-2"));
        assertThat(office.story(BRAM)).endsWith("cancelled make-room MOOT");
    }

    @Test
    void no_manager_hears_of_a_private_goal() {
        set("g-1", true);
        plan(ANNA, new GoalStalled(POP, ANNA, "g-1", List.of(Barrier.TIME), Factor.MOGEN));
        assertThat(office.story(BRAM)).isEmpty();
    }

    @Test
    void a_goal_that_becomes_private_is_nothing_for_the_manager_any_more_until_it_is_shared_again() {
        set("g-1", false);
        plan(ANNA, new GoalStalled(POP, ANNA, "g-1", List.of(Barrier.TIME), Factor.MOGEN));
        change("g-1", true);
        assertThat(office.story(BRAM)).containsExactly("scheduled make-room", "cancelled make-room MOOT");
        plan(ANNA, new GoalStalled(POP, ANNA, "g-1", List.of(Barrier.MONEY), Factor.MOGEN));
        assertThat(office.story(BRAM)).hasSize(2);
        change("g-1", false);
        plan(ANNA, new GoalStalled(POP, ANNA, "g-1", List.of(Barrier.TIME), Factor.MOGEN));
        assertThat(office.story(BRAM)).hasSizeGreaterThan(2);
    }

    @Test
    void a_new_manager_hears_of_a_goal_that_waits_instead_of_the_former_one() {
        office.join(CARLA, null, "Europe/Amsterdam");
        plan(ANNA, new GoalStalled(POP, ANNA, "g-2", List.of(Barrier.MONEY), Factor.MOGEN));
        service.settle();
        office.change(ANNA, CARLA, null, null, PersonField.MANAGER);
        assertThat(office.story(BRAM)).endsWith("cancelled make-room MOOT");
        assertThat(office.story(CARLA)).containsExactly("scheduled make-room");
    }

    @Test
    void learning_is_used_in_time_unless_its_goal_ended() {
        for (String activity : List.of("a-1", "a-2")) {
            plan(
                    ANNA,
                    new ActivityPlanned(
                            POP,
                            ANNA,
                            "g-1",
                            activity,
                            LearningForm.FORMAL,
                            LearningSetting.INDIVIDUAL,
                            ActivityMode.COURSE,
                            60,
                            null,
                            null,
                            null,
                            activity.equals("a-1") ? today.plusDays(21) : null));
        }
        assertThat(office.story(ANNA)).containsExactly("scheduled apply-learning");
        assertThat(office.due(ANNA, "apply-learning")).isEqualTo(Reminders.atNine(today.plusDays(14)));
        plan(ANNA, new GoalDropped(POP, ANNA, "g-1", COMMITMENT));
        assertThat(office.story(ANNA, "apply-learning")).endsWith("cancelled apply-learning MOOT");
    }

    @Test
    void the_question_whether_learning_is_used_moves_with_its_day_and_ends_with_it() {
        plan(
                ANNA,
                anEvent(ActivityPlanned.class)
                        .with("employee", ANNA)
                        .with("goal", "g-1")
                        .with("activity", "a-3")
                        .with("applyBy", today.plusDays(21))
                        .build());
        changeApplyBy(today.plusDays(35));
        assertThat(office.scheduled(ANNA, "apply-learning"))
                .containsExactly(Reminders.atNine(today.plusDays(14)), Reminders.atNine(today.plusDays(28)));
        changeApplyBy(null);
        assertThat(office.story(ANNA, "apply-learning")).endsWith("cancelled apply-learning MOOT");
    }

    private void changeApplyBy(LocalDate day) {
        plan(
                ANNA,
                new ActivityChanged(
                        POP,
                        ANNA,
                        "g-1",
                        "a-3",
                        LearningForm.FORMAL,
                        LearningSetting.INDIVIDUAL,
                        ActivityMode.COURSE,
                        60,
                        null,
                        null,
                        null,
                        day));
    }

    @Test
    void evidence_is_renewed_before_it_expires() {
        plan(ANNA, new EvidenceAdded(POP, ANNA, "g-1", "e-1", Validation.DIPLOMA, today.plusDays(90), COMMITMENT));
        plan(ANNA, new EvidenceAdded(POP, ANNA, "g-1", "e-2", Validation.SELF, null, COMMITMENT));
        assertThat(office.story(ANNA)).containsExactly("scheduled renew-evidence");
        assertThat(office.due(ANNA, "renew-evidence")).isEqualTo(Reminders.atNine(today.plusDays(30)));
    }

    @Test
    void the_employee_hears_that_the_manager_checked_what_they_showed() {
        plan(BRAM, new EvidenceValidated(POP, ANNA, "g-1", "e-1", Validation.EMPLOYER, BRAM));
        assertThat(office.story(ANNA)).containsExactly("scheduled see-validation");
        assertThat(office.story(BRAM)).isEmpty();
    }

    @Test
    void the_one_who_did_not_confirm_the_plan_is_asked_to() {
        plan(ANNA, new PopConfirmed(POP, ANNA, 3, ANNA));
        assertThat(office.story(BRAM)).containsExactly("scheduled confirm-plan");
        plan(BRAM, new PopConfirmed(POP, ANNA, 3, BRAM));
        plan(BRAM, new PopAgreed(POP, ANNA, 3, BRAM));
        assertThat(office.story(BRAM)).last().isEqualTo("cancelled confirm-plan MOOT");
        assertThat(office.story(ANNA)).last().isEqualTo("cancelled confirm-plan MOOT");
    }

    @Test
    void an_earlier_version_of_the_plan_is_asked_of_nobody() {
        plan(ANNA, new PopConfirmed(POP, ANNA, 3, ANNA));
        set("g-9", false);
        assertThat(office.story(BRAM)).containsExactly("scheduled confirm-plan", "cancelled confirm-plan MOOT");
        plan(ANNA, new PopConfirmed(POP, ANNA, 4, ANNA));
        change("g-9", false);
        assertThat(office.story(BRAM)).hasSize(4).endsWith("cancelled confirm-plan MOOT");
    }

    @Test
    void the_employee_hears_what_a_person_decided_and_is_asked_for_the_receipt() {
        budget(ANNA, new BudgetRequested(ACCOUNT, ANNA, "r-1", null, null, List.of(), null, COMMITMENT));
        budget(BRAM, new BudgetRequestApproved(ACCOUNT, ANNA, "r-1", BRAM, false));
        assertThat(office.story(ANNA)).containsExactly("scheduled see-decision", "scheduled hand-in-receipt");
        assertThat(office.due(ANNA, "hand-in-receipt")).isEqualTo(Reminders.atNine(today.plusDays(28)));
        budget(ANNA, new BudgetSpent(ACCOUNT, ANNA, "r-1", "pot", BudgetUnit.EUR, 100, COMMITMENT));
        assertThat(office.story(ANNA)).endsWith("cancelled hand-in-receipt MOOT", "cancelled see-decision MOOT");
    }

    @Test
    void a_refusal_is_told_and_a_decision_of_the_policy_is_not() {
        budget(ANNA, new BudgetRequestRefused(ACCOUNT, ANNA, "r-1", BRAM, COMMITMENT, COMMITMENT));
        budget(ANNA, new BudgetRequestApproved(ACCOUNT, ANNA, "r-2", "policy", true));
        assertThat(office.story(ANNA, "see-decision")).containsExactly("scheduled see-decision");
    }

    @Test
    void an_unused_budget_is_told_until_something_is_asked_from_it() {
        budget(
                "system:policy",
                new BudgetUnused(ACCOUNT, ANNA, "pot", BudgetUnit.EUR, 50_000, 100, today, today.plusDays(90)));
        assertThat(office.story(ANNA)).containsExactly("scheduled use-budget");
        budget(ANNA, new BudgetRequested(ACCOUNT, ANNA, "r-1", null, null, List.of(), null, COMMITMENT));
        assertThat(office.story(ANNA)).endsWith("cancelled use-budget MOOT");
    }

    @Test
    void a_pot_that_ended_with_its_quarter_is_no_budget_to_use() {
        budget(
                "system:policy",
                new BudgetUnused(
                        ACCOUNT, ANNA, "pot", BudgetUnit.EUR, 50_000, 100, today.minusDays(1), today.minusDays(1)));
        service.settle();
        assertThat(office.story(ANNA)).doesNotContain("sent use-budget");
    }

    @Test
    void a_budget_that_expires_soon_is_told_until_something_is_asked_from_it() {
        budget("system:policy", new BudgetExpiring(ACCOUNT, ANNA, "pot", BudgetUnit.EUR, 50_000, today.plusDays(60)));
        assertThat(office.story(ANNA)).containsExactly("scheduled use-expiring-budget");
        budget(ANNA, new BudgetRequested(ACCOUNT, ANNA, "r-1", null, null, List.of(), null, COMMITMENT));
        assertThat(office.story(ANNA)).endsWith("cancelled use-expiring-budget MOOT");
    }

    @Test
    void a_budget_that_is_used_up_is_told_until_something_comes_back() {
        budget(ANNA, new BudgetExhausted(ACCOUNT, ANNA, "pot", BudgetUnit.EUR, today.plusDays(60)));
        assertThat(office.story(ANNA)).containsExactly("scheduled see-exhausted-budget");
        budget(ANNA, new BudgetReleased(ACCOUNT, ANNA, "r-1", "pot", BudgetUnit.EUR, 100));
        assertThat(office.story(ANNA)).endsWith("cancelled see-exhausted-budget MOOT");
    }

    private void set(String goal, boolean hidden) {
        plan(
                ANNA,
                new GoalSet(
                        POP,
                        ANNA,
                        goal,
                        GoalHorizon.SHORT,
                        Purpose.BROADEN,
                        Origin.EMPLOYEE,
                        Direction.SIDE,
                        today.plusDays(60),
                        List.of(),
                        null,
                        hidden,
                        COMMITMENT));
    }

    private void change(String goal, boolean hidden) {
        plan(
                ANNA,
                anEvent(GoalChanged.class)
                        .with("pop", POP)
                        .with("employee", ANNA)
                        .with("goal", goal)
                        .with("targetDate", today.plusDays(60))
                        .with("keptPrivate", hidden)
                        .build());
    }

    private void plan(String actor, Record fact) {
        service.publish(office.organisation, ANNA, POP, actor, fact);
    }

    private void budget(String actor, Record fact) {
        service.publish(office.organisation, ANNA, ACCOUNT, actor, fact);
    }
}
