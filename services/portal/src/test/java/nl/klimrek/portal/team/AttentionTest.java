package nl.klimrek.portal.team;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nl.klimrek.portal.team.Attention.Kind;
import nl.klimrek.portal.team.TeamResponses.Conversation;
import nl.klimrek.portal.team.TeamResponses.PlanCard;
import nl.klimrek.portal.team.TeamResponses.Rhythm;
import nl.klimrek.portal.team.TeamResponses.Time;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttentionTest {
    private static final Instant NOW = Instant.parse("2026-11-30T09:00:00Z");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-30");

    @ParameterizedTest
    @CsvSource({
        "PLANNED,FIND_A_TIME,2026-12-07,,true",
        "PLANNED,FIND_A_TIME,2026-12-08,,false",
        "INVITED,ANSWER,2027-03-01,,true",
        "ACCEPTED,PREPARE,2026-11-01,2026-12-06T10:00:00Z,true",
        "ACCEPTED,PREPARE,2026-11-01,2026-12-08T10:00:00Z,false",
        "ACCEPTED,HOLD,2026-11-01,2026-11-30T07:00:00Z,true",
        "ACCEPTED,HOLD,2026-11-01,2026-12-01T10:00:00Z,false",
        "HELD,RECORD,2026-11-01,,true",
        "RECORDED,CONFIRM,2026-11-01,,true",
        "CONFIRMED,CLOSE,2026-11-01,,true",
        "RECORDED,NOTHING,2026-11-01,,false",
        "INVITED,NOTHING,2026-11-01,2026-12-01T10:00:00Z,false"
    })
    void a_step_waits_when_its_moment_has_come(
            String status, String asked, LocalDate from, Instant slot, boolean waits) {
        Attention attention = of(rhythm(0, null, talk(status, asked, from, slot)), null, false);
        assertThat(!attention.waiting().isEmpty()).isEqualTo(waits);
        assertThat(attention.kinds().contains(Kind.WAITING)).isEqualTo(waits);
    }

    @Test
    void what_presses_most_comes_first() {
        Attention attention = of(
                rhythm(
                        2,
                        new Time(TODAY, TODAY),
                        talk("MISSED", "FIND_A_TIME", TODAY, null),
                        talk("HELD", "RECORD", TODAY, null)),
                plan("CONFIRMED_BY_EMPLOYEE"),
                true);
        assertThat(attention.kinds())
                .containsExactly(Kind.MISSED, Kind.OVERDUE, Kind.WAITING, Kind.PLAN, Kind.REQUEST, Kind.TIME_NEEDED);
        assertThat(attention.needsManager()).isTrue();
    }

    @Test
    void that_nothing_is_planned_or_time_is_needed_asks_nothing_of_the_manager() {
        Attention none = of(rhythm(0, null), plan("CONFIRMED_BY_MANAGER"), false);
        assertThat(none.kinds()).containsExactly(Kind.NOTHING_PLANNED);
        assertThat(none.needsManager()).isFalse();
        Attention time = of(
                rhythm(0, new Time(TODAY, TODAY), talk("ACCEPTED", "NOTHING", TODAY, NOW.plusSeconds(60))),
                null,
                false);
        assertThat(time.kinds()).containsExactly(Kind.TIME_NEEDED);
        assertThat(time.rank()).isGreaterThan(none.rank());
    }

    private static Attention of(Rhythm rhythm, PlanCard plan, boolean request) {
        return Attention.of(rhythm, plan, request, NOW, TODAY);
    }

    private static Rhythm rhythm(int overdue, Time time, Conversation... open) {
        return new Rhythm("emma", null, List.of(open), overdue, time, List.of());
    }

    private static Conversation talk(String status, String asked, LocalDate from, Instant slot) {
        return new Conversation(
                "c",
                "CHECK_IN",
                status,
                asked,
                from,
                from.plusDays(20),
                slot,
                slot == null ? null : slot.plusSeconds(3600),
                null);
    }

    private static PlanCard plan(String state) {
        return new PlanCard("emma", "pop-emma", state, 1, Map.of(), 0, null);
    }
}
