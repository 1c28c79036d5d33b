package nl.klimrek.conversations.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import nl.klimrek.contracts.conversations.CadenceRule;
import nl.klimrek.contracts.conversations.ConversationType;
import nl.klimrek.contracts.conversations.PolicyScope;
import nl.klimrek.conversations.cycle.cadence.Amendment;
import nl.klimrek.conversations.cycle.cadence.Blackout;
import nl.klimrek.conversations.cycle.cadence.CadencePeriod;
import nl.klimrek.conversations.cycle.cadence.CadencePolicy;
import nl.klimrek.conversations.cycle.cadence.DueConversation;
import nl.klimrek.conversations.cycle.cadence.PolicyMember;
import nl.klimrek.conversations.dialogue.scheduling.Window;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.RefusedException;
import org.junit.jupiter.api.Test;

class CadenceTest {

    private static final LocalDate START = LocalDate.parse("2026-11-01");
    private static final CadenceRule SIX_WEEKS = new CadenceRule(ConversationType.CHECK_IN, 42);
    private static final CadenceRule TWO_WEEKS = new CadenceRule(ConversationType.CHECK_IN, 14);
    private static final CadenceRule MONTHLY = new CadenceRule(ConversationType.CHECK_IN, 30);
    private static final PolicyMember EMMA =
            new PolicyMember("emma", "weaving", "crafts", "mark", null, null, null, null);
    private static final PolicyMember FINN =
            new PolicyMember("finn", "sewing", "office", "mark", null, null, null, null);

    private final Cycle begun = Cycle.started("cycle", new CadencePolicy(List.of(SIX_WEEKS), 14, 60, START))
            .stateOr(() -> null);

    @Test
    void the_nearest_part_of_a_policy_holds() {
        Cycle cycle = amend(begun, PolicyScope.TEAM, "weaving", START, TWO_WEEKS);
        assertThat(rule(cycle, EMMA, START)).isEqualTo(TWO_WEEKS);
        assertThat(rule(cycle, FINN, START)).isEqualTo(SIX_WEEKS);
        cycle = amend(cycle, PolicyScope.JOB_FAMILY, "crafts", START, MONTHLY);
        assertThat(rule(cycle, EMMA, START)).isEqualTo(MONTHLY);
        cycle = amend(cycle, PolicyScope.PERSON, "emma", START, SIX_WEEKS);
        assertThat(cycle.cadence(EMMA, START).scope()).isEqualTo(PolicyScope.PERSON);
        cycle = amend(cycle, PolicyScope.ORGANISATION, null, START.plusDays(3), TWO_WEEKS);
        assertThat(cycle.cadence(EMMA, START.plusDays(9)).scope()).isEqualTo(PolicyScope.PERSON);
        assertThat(rule(cycle, FINN, START.plusDays(9))).isEqualTo(TWO_WEEKS);
    }

    @Test
    void the_next_period_is_planned_when_its_lead_time_comes_and_a_missed_day_is_made_up() {
        assertThat(begun.nextPlanningOn()).isNull();
        Cycle planned = run(begun, START);
        assertThat(planned.nextPlanningOn()).isEqualTo(START.plusDays(42 - 14));
        assertThat(planned.due()).isEqualTo(START.plusDays(28).atTime(12, 0).toInstant(ZoneOffset.UTC));
        assertThat(planned.planByItself(progress(START.plusDays(27)))).isInstanceOf(Decision.Unchanged.class);
        Cycle late = planned.planByItself(progress(START.plusDays(60))).stateOr(() -> planned);
        assertThat(late.due()).isEqualTo(late.unfinishedSince());
        assertThat(late.planByItself(progress(START.plusDays(60)))).isInstanceOf(Decision.Unchanged.class);
        assertThat(run(begun, START.plusDays(60)).nextPlanningOn()).isEqualTo(START.plusDays(84 - 14));
        assertThat(planned.stop(START.plusDays(3)).stateOr(() -> planned).nextPlanningOn())
                .isNull();
    }

    @Test
    void every_period_that_begins_within_the_lead_time_is_asked_for_and_no_other() {
        Cycle weekly = Cycle.started(
                        "cycle",
                        new CadencePolicy(List.of(new CadenceRule(ConversationType.CHECK_IN, 7)), 14, 60, START))
                .stateOr(() -> null);
        assertThat(weekly.dueAhead(EMMA, START))
                .extracting(due -> ((DueConversation.Wanted) due).window())
                .containsExactly(
                        new Window(START.plusDays(7), START.plusDays(13)),
                        new Window(START.plusDays(14), START.plusDays(20)));
        assertThat(begun.dueAhead(EMMA, START.plusDays(27))).isEmpty();
        assertThat(begun.dueAhead(EMMA, START.plusDays(28)))
                .singleElement()
                .extracting(due -> ((DueConversation.Wanted) due).window())
                .isEqualTo(new Window(START.plusDays(42), START.plusDays(83)));
        assertThat(run(weekly, START).nextPlanningOn()).isEqualTo(START.plusDays(7));
    }

    private static Cycle run(Cycle cycle, LocalDate day) {
        PlanningProgress run = progress(day);
        return cycle.plan(run)
                .then(begun -> begun.finished(run.run(), 1, PlanningResult.NOTHING))
                .stateOr(() -> cycle);
    }

    private static PlanningProgress progress(LocalDate day) {
        return PlanningProgress.byItself(
                "run", MessageContext.system("rhythm"), day.atTime(13, 0).toInstant(ZoneOffset.UTC), false);
    }

    @Test
    void a_change_holds_from_its_first_day_and_counts_its_periods_anew() {
        Cycle cycle = amend(begun, PolicyScope.TEAM, "weaving", START.plusDays(10), TWO_WEEKS);
        assertThat(rule(cycle, EMMA, START.plusDays(9))).isEqualTo(SIX_WEEKS);
        DueConversation.Wanted wanted =
                (DueConversation.Wanted) cycle.dueFor(EMMA, START.plusDays(10)).get(0);
        assertThat(wanted.period()).isEqualTo(new CadencePeriod(0, START.plusDays(10), START.plusDays(23)));
        assertThat(wanted.conversation())
                .isNotEqualTo(((DueConversation.Wanted)
                                begun.dueFor(EMMA, START.plusDays(10)).get(0))
                        .conversation());
    }

    @Test
    void of_two_changes_for_the_same_people_the_one_that_took_effect_last_holds() {
        Cycle cycle = amend(begun, PolicyScope.TEAM, "weaving", START.plusDays(10), TWO_WEEKS);
        cycle = amend(cycle, PolicyScope.TEAM, "weaving", START.plusDays(5), MONTHLY);
        assertThat(rule(cycle, EMMA, START.plusDays(7))).isEqualTo(MONTHLY);
        assertThat(rule(cycle, EMMA, START.plusDays(10))).isEqualTo(TWO_WEEKS);
    }

    @Test
    void a_change_from_the_same_day_for_the_same_people_takes_the_place_of_the_earlier_one() {
        Cycle cycle = amend(begun, PolicyScope.TEAM, "weaving", START, TWO_WEEKS);
        cycle = amend(cycle, PolicyScope.TEAM, "weaving", START, MONTHLY);
        assertThat(cycle.amendments()).hasSize(1);
        assertThat(rule(cycle, EMMA, START)).isEqualTo(MONTHLY);
        assertThat(cycle.cadence(EMMA, START).version()).isEqualTo(3);
    }

    @Test
    void an_empty_rhythm_asks_for_nothing() {
        Cycle cycle =
                begun.amend(PolicyScope.PERSON, "emma", List.of(), START, START).stateOr(() -> null);
        assertThat(cycle.dueFor(EMMA, START)).isEmpty();
        assertThat(cycle.dueFor(FINN, START)).hasSize(1);
    }

    @Test
    void a_cycle_that_was_stopped_asks_nobody_whatever_exceptions_it_had() {
        Cycle cycle = amend(begun, PolicyScope.TEAM, "weaving", START, TWO_WEEKS);
        cycle = amend(cycle, PolicyScope.PERSON, "finn", START.plusDays(20), MONTHLY);
        LocalDate today = START.plusDays(3);
        assertThat(cycle.isStopped(today)).isFalse();
        Cycle stopped = cycle.stop(today).stateOr(() -> null);
        for (int days = 3; days < 100; days++) {
            assertThat(stopped.dueFor(EMMA, START.plusDays(days))).isEmpty();
            assertThat(stopped.dueFor(FINN, START.plusDays(days))).isEmpty();
        }
        assertThat(stopped.isStopped(today)).isTrue();
        assertThat(stopped.amendments())
                .extracting(Amendment::version)
                .doesNotHaveDuplicates()
                .allMatch(version -> version > 3);
        assertThat(stopped.amendments()).hasSize(3);
        assertThat(stopped.stop(today.plusDays(1)).stateOr(() -> stopped)).isSameAs(stopped);
    }

    @Test
    void a_cycle_that_was_stopped_starts_again_with_its_next_change() {
        Cycle stopped = begun.stop(START).stateOr(() -> null);
        Cycle again = stopped.amend(PolicyScope.ORGANISATION, null, List.of(MONTHLY), START.plusDays(9), START)
                .stateOr(() -> null);
        assertThat(again.isStopped(START)).isFalse();
        assertThat(again.dueFor(EMMA, START.plusDays(8))).isEmpty();
        assertThat(rule(again, EMMA, START.plusDays(9))).isEqualTo(MONTHLY);
    }

    @Test
    void the_past_is_not_changed() {
        Decision<Cycle> late =
                begun.amend(PolicyScope.ORGANISATION, null, List.of(TWO_WEEKS), START, START.plusDays(1));
        assertThat(refusal(late)).isEqualTo("policy-in-past");
    }

    @Test
    void an_exception_for_each_of_a_thousand_is_no_policy() {
        Cycle cycle = begun;
        for (int one = 0; one < Cycle.MAX_AMENDMENTS; one++) {
            cycle = amend(cycle, PolicyScope.PERSON, "p" + one, START, TWO_WEEKS);
        }
        assertThat(refusal(cycle.amend(PolicyScope.PERSON, "more", List.of(TWO_WEEKS), START, START)))
                .isEqualTo("amendments-too-many");
        assertThat(amend(cycle, PolicyScope.PERSON, "p7", START, MONTHLY).amendments())
                .hasSize(Cycle.MAX_AMENDMENTS);
    }

    @Test
    void a_blackout_that_is_over_or_unknown_is_refused() {
        assertThat(refusal(begun.blackout(new Blackout("b", START, START), START.plusDays(1))))
                .isEqualTo("window-passed");
        assertThat(refusal(begun.lift("b"))).isEqualTo("blackout-unknown");
        Cycle closed = begun.blackout(new Blackout("b", START, START), START).stateOr(() -> null);
        assertThat(closed.lift("b").stateOr(() -> null).blackouts()).isEmpty();
    }

    private static CadenceRule rule(Cycle cycle, PolicyMember member, LocalDate day) {
        return cycle.cadence(member, day).rhythm().get(0);
    }

    private static Cycle amend(Cycle cycle, PolicyScope scope, String target, LocalDate from, CadenceRule rule) {
        return cycle.amend(scope, target, List.of(rule), from, START).stateOr(() -> null);
    }

    private static String refusal(Decision<Cycle> decision) {
        try {
            decision.stateOr(() -> null);
            return null;
        } catch (RefusedException refused) {
            return refused.refusal().code();
        }
    }
}
