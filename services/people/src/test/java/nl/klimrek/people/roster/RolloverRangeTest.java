package nl.klimrek.people.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import nl.klimrek.eventing.Decision;
import org.junit.jupiter.api.Test;

class RolloverRangeTest {
    private static final Instant NOW = Instant.parse("2026-11-30T00:05:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);

    @Test
    void one_instance_holds_a_range_until_its_lease_ends() {
        RolloverRange held = after(RolloverRange.NEW.claim("a", NOW));
        assertThat(held.heldBy("a")).isTrue();
        assertThat(held.claim("b", NOW.plusSeconds(60))).isInstanceOf(Decision.Unchanged.class);
        assertThat(after(held.claim("b", NOW.plus(RolloverRange.LEASE))).heldBy("b"))
                .isTrue();
    }

    @Test
    void an_owner_that_comes_back_holds_its_range_on() {
        RolloverRange held = after(RolloverRange.NEW.claim("a", NOW));
        assertThat(after(held.claim("a", NOW.plusSeconds(60))).until())
                .isEqualTo(NOW.plusSeconds(60).plus(RolloverRange.LEASE));
    }

    @Test
    void each_page_renews_the_lease() {
        RolloverRange held = after(RolloverRange.NEW.claim("a", NOW));
        RolloverRange on = after(held.reached("a", TODAY, "p-7", NOW.plusSeconds(100)));
        assertThat(on.claim("b", NOW.plusSeconds(200))).isInstanceOf(Decision.Unchanged.class);
    }

    @Test
    void an_instance_that_takes_over_goes_on_where_the_former_one_ended() {
        RolloverRange stopped =
                after(after(RolloverRange.NEW.claim("a", NOW)).reached("a", TODAY.minusDays(1), "p-7", NOW));
        RolloverRange taken =
                after(stopped.claim("b", NOW.plus(RolloverRange.LEASE).plusSeconds(1)));
        assertThat(taken.firstDay(TODAY.minusDays(3))).isEqualTo(TODAY.minusDays(1));
        assertThat(taken.resumeAfter(TODAY.minusDays(1))).isEqualTo("p-7");
        assertThat(taken.resumeAfter(TODAY)).isNull();
    }

    @Test
    void an_instance_that_lost_its_range_changes_nothing_more() {
        RolloverRange lost = after(after(RolloverRange.NEW.claim("a", NOW)).claim("b", NOW.plus(RolloverRange.LEASE)));
        assertThat(lost.reached("a", TODAY, "p-7", NOW)).isInstanceOf(Decision.Unchanged.class);
        assertThat(lost.finish("a", TODAY)).isInstanceOf(Decision.Unchanged.class);
    }

    @Test
    void a_finished_range_begins_with_the_day_after_the_last_closed_one() {
        RolloverRange done = after(after(RolloverRange.NEW.claim("a", NOW)).finish("a", TODAY.minusDays(1)));
        assertThat(done.closedUpTo(TODAY.minusDays(1))).isTrue();
        assertThat(done.closedUpTo(TODAY)).isFalse();
        assertThat(done.firstDay(TODAY.minusDays(9))).isEqualTo(TODAY);
        assertThat(done.firstDay(TODAY.plusDays(2)))
                .as("the organisation is further already")
                .isEqualTo(TODAY.plusDays(2));
    }

    private static RolloverRange after(Decision<RolloverRange> decision) {
        return decision.stateOr(() -> {
            throw new AssertionError("unchanged");
        });
    }
}
