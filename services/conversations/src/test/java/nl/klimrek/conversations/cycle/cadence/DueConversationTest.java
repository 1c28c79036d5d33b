package nl.klimrek.conversations.cycle.cadence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import nl.klimrek.contracts.conversations.CadenceRule;
import nl.klimrek.contracts.conversations.ConversationType;
import nl.klimrek.conversations.dialogue.scheduling.Window;
import org.junit.jupiter.api.Test;

class DueConversationTest {

    private static final LocalDate START = LocalDate.parse("2026-11-01");
    private static final CadenceRule SIX_WEEKS = new CadenceRule(ConversationType.CHECK_IN, 42);
    private static final CadencePolicy POLICY = new CadencePolicy(List.of(SIX_WEEKS), 14, 60, START);

    @Test
    void before_the_policy_starts_the_first_period_is_due() {
        assertThat(window(member(null, null, null, null), START.minusDays(10)))
                .isEqualTo(new Window(START, START.plusDays(41)));
    }

    @Test
    void planning_again_in_the_same_period_names_the_same_conversation() {
        assertThat(wanted(START).conversation())
                .isEqualTo(wanted(START.plusDays(41)).conversation());
        assertThat(wanted(START).conversation())
                .isNotEqualTo(wanted(START.plusDays(42)).conversation());
    }

    @Test
    void a_window_does_not_begin_before_today_or_before_the_employment() {
        assertThat(window(member(null, null, null, null), START.plusDays(5)).from())
                .isEqualTo(START.plusDays(5));
        assertThat(window(member("2026-11-20", null, null, null), START).from())
                .isEqualTo(LocalDate.parse("2026-11-20"));
    }

    @Test
    void a_window_does_not_outlast_the_employment() {
        assertThat(window(member(null, "2026-11-15", null, null), START).until())
                .isEqualTo(LocalDate.parse("2026-11-15"));
    }

    @Test
    void an_employee_who_starts_later_or_has_left_gets_none() {
        assertThat(why(member("2027-01-01", null, null, null))).isEqualTo(DueConversation.Why.NOT_EMPLOYED);
        assertThat(why(member(null, "2026-10-31", null, null))).isEqualTo(DueConversation.Why.NOT_EMPLOYED);
    }

    @Test
    void an_employee_who_is_absent_throughout_gets_none() {
        assertThat(why(member(null, null, "2026-10-01", null))).isEqualTo(DueConversation.Why.ABSENT);
        assertThat(window(member(null, null, "2026-10-01", "2026-11-30"), START))
                .isNotNull();
    }

    @Test
    void a_leap_day_is_a_day_like_any_other() {
        CadencePolicy leap = new CadencePolicy(List.of(SIX_WEEKS), 14, 60, LocalDate.parse("2028-02-29"));
        DueConversation due = due(leap, member(null, null, null, null), LocalDate.parse("2028-02-29"));
        assertThat(((DueConversation.Wanted) due).window())
                .isEqualTo(new Window(LocalDate.parse("2028-02-29"), LocalDate.parse("2028-04-10")));
    }

    @Test
    void a_window_neither_begins_nor_ends_in_a_blackout() {
        DueConversation.Wanted wanted = (DueConversation.Wanted) due(
                POLICY,
                member(null, null, null, null),
                START,
                new Blackout("b1", START.minusDays(3), START.plusDays(4)),
                new Blackout("b2", START.plusDays(5), START.plusDays(6)),
                new Blackout("b3", START.plusDays(20), START.plusDays(22)),
                new Blackout("b4", START.plusDays(40), START.plusDays(60)));
        assertThat(wanted.window()).isEqualTo(new Window(START.plusDays(7), START.plusDays(39)));
        assertThat(wanted.shaped()).containsExactly(WindowAdjustment.BLACKOUT_LEFT_OUT);
    }

    @Test
    void a_period_that_is_all_blackout_gives_the_first_days_after_it() {
        DueConversation.Wanted wanted = (DueConversation.Wanted) due(
                POLICY,
                member(null, null, null, null),
                START,
                new Blackout("b1", START.minusDays(3), START.plusDays(50)));
        assertThat(wanted.window()).isEqualTo(new Window(START.plusDays(51), START.plusDays(64)));
        assertThat(wanted.shaped()).containsExactly(WindowAdjustment.AFTER_BLACKOUT);
    }

    @Test
    void a_window_says_what_shaped_it() {
        assertThat(((DueConversation.Wanted) due(POLICY, member("2026-11-20", "2026-12-05", null, null), START))
                        .shaped())
                .containsExactlyInAnyOrder(WindowAdjustment.FROM_FIRST_DAY, WindowAdjustment.UNTIL_LAST_DAY);
        assertThat(wanted(START.plusDays(5)).shaped()).containsExactly(WindowAdjustment.FROM_TODAY);
        assertThat(wanted(START).shaped()).isEmpty();
    }

    @Test
    void a_rhythm_names_each_type_once() {
        assertThatThrownBy(() -> new CadencePolicy(List.of(SIX_WEEKS, SIX_WEEKS), 14, 60, START))
                .hasMessage("rhythm");
    }

    private static DueConversation.Wanted wanted(LocalDate today) {
        return (DueConversation.Wanted) due(POLICY, member(null, null, null, null), today);
    }

    private static Window window(PolicyMember member, LocalDate today) {
        return ((DueConversation.Wanted) due(POLICY, member, today)).window();
    }

    private static DueConversation.Why why(PolicyMember member) {
        return ((DueConversation.NotNow) due(POLICY, member, START)).why();
    }

    private static DueConversation due(
            CadencePolicy policy, PolicyMember member, LocalDate today, Blackout... blackouts) {
        return DueConversation.of(
                "cycle", Cadence.of(policy, List.of(), member, today), SIX_WEEKS, member, today, List.of(blackouts));
    }

    private static PolicyMember member(String start, String end, String absentFrom, String absentUntil) {
        return new PolicyMember(
                "emma", "weaving", "crafts", "mark", day(start), day(end), day(absentFrom), day(absentUntil));
    }

    private static LocalDate day(String iso) {
        return iso == null ? null : LocalDate.parse(iso);
    }
}
