package nl.klimrek.eventing.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import nl.klimrek.eventing.metrics.ConsumerProgress.Offsets;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class ConsumerProgressTest {

    private static final TopicPartition HERE = new TopicPartition("t", 0);
    private static final Duration BOUND = Duration.ofSeconds(60);
    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

    private final ConsumerProgress progress = new ConsumerProgress();

    @Test
    void a_group_that_makes_progress_is_not_stalled_whatever_its_lag() {
        for (int minute = 0; minute < 10; minute++) {
            observe(minute, minute, 1_000_000);
        }
        assertThat(progress.stalled(BOUND, at(10))).isEmpty();
        assertThat(progress.lag()).containsEntry(HERE, 999_991L);
    }

    @Test
    void a_record_that_keeps_failing_stalls_its_partition_until_it_is_handled() {
        observe(0, 7, 8);
        observe(1, 7, 8);
        assertThat(progress.stalled(BOUND, at(1))).isEmpty();
        assertThat(progress.stalled(BOUND, at(2))).containsExactly(HERE);
        observe(3, 8, 8);
        assertThat(progress.stalled(BOUND, at(9))).isEmpty();
    }

    @Test
    void a_group_has_read_all_when_no_partition_has_records_left() {
        assertThat(progress.hasReadAllSoon(Duration.ZERO)).as("before a look").isFalse();
        observe(0, 7, 8);
        assertThat(progress.hasReadAllSoon(Duration.ZERO)).isFalse();
        observe(1, 8, 8);
        assertThat(progress.hasReadAllSoon(Duration.ZERO)).isTrue();
    }

    @Test
    void an_idle_group_is_not_stalled() {
        observe(0, 5, 5);
        observe(60, 5, 5);
        observe(61, 5, 6);
        assertThat(progress.stalled(BOUND, at(61))).isEmpty();
    }

    @Test
    void a_restored_reader_reads_on_at_the_first_record_that_it_had_not_handled() {
        observe(0, 5, 9);
        assertThat(progress.positions()).containsOnly(Map.entry(HERE, 5L));
    }

    @Test
    void a_group_behind_retention_has_no_lag_there_and_a_restored_reader_hears_of_the_loss_again() {
        progress.update(Map.of(HERE, new Offsets(5, 9, 12)), at(0));
        assertThat(progress.lag()).containsEntry(HERE, 3L);
        assertThat(progress.positions()).containsOnly(Map.entry(HERE, 5L));
    }

    @Test
    void a_group_has_passed_the_records_before_its_position_and_not_those_that_were_deleted_meanwhile() {
        progress.update(Map.of(HERE, new Offsets(5, 0, 9)), at(0));
        assertThat(progress.hasPassed(HERE, 4)).isTrue();
        assertThat(progress.hasPassed(HERE, 5)).isFalse();
        progress.update(Map.of(HERE, new Offsets(5, 7, 9)), at(1));
        assertThat(progress.hasPassed(HERE, 4)).isTrue();
        assertThat(progress.hasPassed(HERE, 6)).isFalse();
    }

    @Test
    void a_place_that_the_log_does_not_have_is_passed_when_everything_is_read() {
        progress.update(Map.of(HERE, new Offsets(5, 0, 9)), at(0));
        assertThat(progress.hasPassed(HERE, 20)).isFalse();
        progress.update(Map.of(HERE, new Offsets(9, 0, 9)), at(1));
        assertThat(progress.hasPassed(HERE, 20)).isTrue();
        assertThat(progress.hasPassed(new TopicPartition("t", 3), 1)).isTrue();
    }

    @Test
    void a_question_that_stays_open_asks_for_a_look_and_waits_for_it() throws Exception {
        progress.awaitDemand(Duration.ofMillis(1));
        assertThat(progress.hasPassedSoon(HERE, 0, Duration.ofMillis(1))).isFalse();
        assertTimeoutPreemptively(BOUND, () -> progress.awaitDemand(Duration.ofDays(1)));

        observe(0, 3, 9);
        CompletableFuture<Boolean> answer =
                CompletableFuture.supplyAsync(() -> progress.hasPassedSoon(HERE, 4, Duration.ofDays(1)));
        assertTimeoutPreemptively(BOUND, () -> progress.awaitDemand(Duration.ofDays(1)));
        observe(1, 5, 9);
        assertThat(answer.get(1, TimeUnit.MINUTES)).isTrue();
    }

    @Test
    void partitions_that_no_longer_exist_are_dropped() {
        observe(0, 5, 6);
        progress.update(Map.of(), at(5));
        assertThat(progress.stalled(BOUND, at(9))).isEmpty();
        assertThat(progress.lag()).isEmpty();
    }

    private void observe(int minute, long next, long end) {
        progress.update(Map.of(HERE, new Offsets(next, 0, end)), at(minute));
    }

    private static Instant at(int minute) {
        return START.plus(Duration.ofMinutes(minute));
    }
}
