package nl.klimrek.eventing.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import nl.klimrek.eventing.metrics.ConsumerProgress.Seen;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class ConsumerProgressTest {

    private static final TopicPartition HERE = new TopicPartition("t", 0);
    private static final Duration BOUND = Duration.ofSeconds(60);
    private static final Instant BEGIN = Instant.parse("2026-03-01T10:00:00Z");

    private final ConsumerProgress progress = new ConsumerProgress();

    @Test
    void a_group_that_moves_on_is_not_stuck_however_far_it_is_behind() {
        for (int minute = 0; minute < 10; minute++) {
            saw(minute, minute, 1_000_000);
        }
        assertThat(progress.still(BOUND, at(10))).isEmpty();
        assertThat(progress.behind()).containsEntry(HERE, 999_991L);
    }

    @Test
    void one_record_that_is_tried_in_vain_is_noticed_after_the_bound_and_forgotten_once_handled() {
        saw(0, 7, 8);
        saw(1, 7, 8);
        assertThat(progress.still(BOUND, at(1))).isEmpty();
        assertThat(progress.still(BOUND, at(2))).containsExactly(HERE);
        saw(3, 8, 8);
        assertThat(progress.still(BOUND, at(9))).isEmpty();
    }

    @Test
    void waiting_for_work_is_no_standing_still() {
        saw(0, 5, 5);
        saw(60, 5, 5);
        saw(61, 5, 6);
        assertThat(progress.still(BOUND, at(61))).isEmpty();
    }

    @Test
    void what_is_no_longer_there_is_forgotten() {
        saw(0, 5, 6);
        progress.saw(Map.of(), at(5));
        assertThat(progress.still(BOUND, at(9))).isEmpty();
        assertThat(progress.behind()).isEmpty();
    }

    private void saw(int minute, long next, long end) {
        progress.saw(Map.of(HERE, new Seen(next, end)), at(minute));
    }

    private static Instant at(int minute) {
        return BEGIN.plus(Duration.ofMinutes(minute));
    }
}
