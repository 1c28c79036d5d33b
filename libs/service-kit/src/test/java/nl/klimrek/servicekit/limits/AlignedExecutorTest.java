package nl.klimrek.servicekit.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlignedExecutorTest {

    private static final long PERIOD = TimeUnit.HOURS.toNanos(1);

    private final AlignedExecutor executor = new AlignedExecutor(Thread::new);

    @AfterEach
    void stop() {
        executor.shutdownNow();
    }

    @ParameterizedTest
    @ValueSource(longs = {-1_000_000_007L, -1, 0, 1, 999, 1_000, 1_001, 1_000_000_007L})
    void the_next_moment_is_a_multiple_of_the_period_and_less_than_one_away(long moment) {
        long until = AlignedExecutor.untilNext(moment, 1_000);
        assertThat(until).isBetween(0L, 999L);
        assertThat(Math.floorMod(moment + until, 1_000L)).isZero();
    }

    /** An hour, so that a machine that stalls for a moment changes nothing. */
    @ParameterizedTest
    @ValueSource(longs = {0, 17, 1_800})
    void a_task_begins_at_a_multiple_of_its_period(long delaySeconds) {
        ScheduledFuture<?> task = executor.scheduleAtFixedRate(() -> {}, delaySeconds, 3_600, TimeUnit.SECONDS);
        long begins = System.nanoTime() + task.getDelay(TimeUnit.NANOSECONDS);
        long after = Math.floorMod(begins, PERIOD);
        assertThat(Math.min(after, PERIOD - after)).isLessThan(TimeUnit.MINUTES.toNanos(1));
    }
}
