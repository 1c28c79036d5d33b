package nl.klimrek.reminders.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import nl.klimrek.eventing.metrics.ConsumerProgress;
import nl.klimrek.eventing.metrics.ConsumerProgress.Offsets;
import nl.klimrek.testkit.service.TestClock;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class FirstRoundTest {

    private static final Duration DEBOUNCE = Duration.ofSeconds(30);
    private static final TopicPartition ONE = new TopicPartition("topic", 0);
    private static final TopicPartition OTHER = new TopicPartition("topic", 1);

    private final TestClock clock = TestClock.beginningAt(Instant.parse("2027-01-04T06:00:00Z"));
    private final ConsumerProgress progress = new ConsumerProgress();
    private final FirstRound round = new FirstRound(clock, DEBOUNCE, progress);

    @Test
    void it_begins_when_the_events_of_every_partition_are_read() {
        assertThat(round.isOpen()).as("before the first look").isFalse();
        read(10, 7);
        assertThat(round.isOpen()).as("while events wait").isFalse();
        read(10, 10);
        assertThat(round.isOpen()).isTrue();
    }

    @Test
    void events_that_come_later_do_not_stop_it_again() {
        read(10, 10);
        assertThat(round.isOpen()).isTrue();
        read(10, 3);
        assertThat(round.isOpen()).isTrue();
    }

    @Test
    void it_begins_after_the_debounce_time_although_events_wait() {
        read(10, 7);
        assertThat(round.isOpen()).isFalse();
        clock.advance(DEBOUNCE);
        assertThat(round.isOpen()).isTrue();
    }

    /** The first partition has ten records and so many are handled; so many of the second. */
    private void read(long first, long second) {
        progress.update(Map.of(ONE, new Offsets(first, 0, 10), OTHER, new Offsets(second, 0, 10)), clock.instant());
    }
}
