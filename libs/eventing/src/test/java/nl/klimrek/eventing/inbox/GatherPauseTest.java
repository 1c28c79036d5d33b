package nl.klimrek.eventing.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class GatherPauseTest {

    private static final long MILLI = Duration.ofMillis(1).toNanos();

    private final GatherPause pause = new GatherPause(Duration.ofMillis(250));

    @Test
    void the_first_poll_waits_for_nothing() {
        assertThat(pause.nanos()).isZero();
    }

    @Test
    void after_a_small_poll_it_is_as_long_as_a_large_one_needs_at_this_pace() {
        pause.polled(1, 1_000 * MILLI);
        pause.polled(10, 1_010 * MILLI);
        assertThat(pause.nanos()).isEqualTo(50 * MILLI);
        pause.polled(25, 1_060 * MILLI);
        assertThat(pause.nanos()).isEqualTo(100 * MILLI);
    }

    @Test
    void it_is_never_longer_than_configured() {
        pause.polled(1, 10_000 * MILLI);
        for (int poll = 1; poll <= 5; poll++) {
            pause.polled(1, (10_000 + 100 * poll) * MILLI);
        }
        assertThat(pause.nanos()).isEqualTo(250 * MILLI);
    }

    @Test
    void it_grows_to_twice_its_length_at_most() {
        pause.polled(1, 10_000 * MILLI);
        pause.polled(1, 10_100 * MILLI);
        assertThat(pause.nanos()).isEqualTo(50 * MILLI);
        pause.polled(1, 10_200 * MILLI);
        assertThat(pause.nanos()).isEqualTo(100 * MILLI);
    }

    @Test
    void after_a_backlog_it_begins_short() {
        pause.polled(50, 10_000 * MILLI);
        pause.polled(1, 10_010 * MILLI);
        assertThat(pause.nanos()).isEqualTo(25 * MILLI);
    }

    @Test
    void after_a_quiet_time_it_is_short() {
        pause.polled(1, 10_000 * MILLI);
        assertThat(pause.nanos()).isEqualTo(25 * MILLI);
        pause.polled(2, 10_026 * MILLI);
        assertThat(pause.nanos()).isEqualTo(50 * MILLI);
        pause.polled(2, 10_600 * MILLI);
        assertThat(pause.nanos()).isEqualTo(25 * MILLI);
    }

    @Test
    void a_backlog_is_read_without_a_pause_and_so_is_a_topic_without_records() {
        pause.polled(50, 10_000 * MILLI);
        assertThat(pause.nanos()).isZero();
        pause.polled(0, 20_000 * MILLI);
        assertThat(pause.nanos()).isZero();
    }

    @Test
    void nothing_gathers_unless_it_is_configured() {
        GatherPause none = new GatherPause(Duration.ZERO);
        none.polled(1, 10_000 * MILLI);
        assertThat(none.nanos()).isZero();
    }
}
