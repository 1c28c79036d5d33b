package nl.klimrek.conversations.cycle.policy;

import static nl.klimrek.contracts.conversations.ConversationType.CHECK_IN;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import nl.klimrek.contracts.conversations.CadenceRule;
import nl.klimrek.conversations.cycle.Cycle;
import nl.klimrek.conversations.cycle.ReplayReport;
import nl.klimrek.conversations.cycle.cadence.CadencePolicy;
import nl.klimrek.conversations.cycle.cadence.HeldConversation;
import nl.klimrek.conversations.cycle.cadence.PolicyMember;
import org.junit.jupiter.api.Test;

class PolicyReplayTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");
    private static final LocalDate FROM = TODAY.minusDays(PolicyReplay.DAYS);

    private final Cycle cycle = Cycle.started(
                    "cycle", new CadencePolicy(List.of(new CadenceRule(CHECK_IN, 73)), 14, 45, TODAY))
            .stateOr(() -> null);

    @Test
    void a_year_is_replayed_in_whole_windows_and_gaps_are_those_in_which_none_was_held() {
        ReplayReport report =
                replay(member(null, null, null, null), new HeldConversation("c", CHECK_IN, FROM.plusDays(80)));
        assertThat(report.types()).containsExactly(new ReplayReport.OfType(CHECK_IN, 5, 1, 4));
        assertThat(report.load())
                .allMatch(load -> load.manager().equals("mark") && load.minutes() == 45)
                .hasSize(5);
        assertThat(report.people()).isOne();
    }

    @Test
    void who_came_left_or_was_absent_owes_nothing_for_those_windows() {
        assertThat(windows(member(FROM.plusDays(1), null, null, null))).isEqualTo(4);
        assertThat(windows(member(null, FROM.plusDays(100), null, null))).isEqualTo(1);
        assertThat(windows(member(null, null, FROM, FROM.plusDays(200)))).isEqualTo(3);
    }

    @Test
    void without_a_manager_the_gap_shows_and_nobody_carries_the_load() {
        PolicyReplay replay = new PolicyReplay(cycle, TODAY);
        replay.add(member(null, null, null, null), false, List.of());
        assertThat(replay.report().withoutManager()).isOne();
        assertThat(replay.report().types().get(0).gaps()).isEqualTo(5);
        assertThat(replay.report().load()).isEmpty();
    }

    private int windows(PolicyMember member) {
        return replay(member).types().get(0).windows();
    }

    private ReplayReport replay(PolicyMember member, HeldConversation... held) {
        PolicyReplay replay = new PolicyReplay(cycle, TODAY);
        replay.add(member, true, List.of(held));
        return replay.report();
    }

    private static PolicyMember member(LocalDate start, LocalDate end, LocalDate absentFrom, LocalDate absentUntil) {
        return new PolicyMember("emma", "weaving", "crafts", "mark", start, end, absentFrom, absentUntil);
    }
}
