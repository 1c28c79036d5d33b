package nl.klimrek.servicekit.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoTimeoutException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ClockJobRunnerTest {

    private final InMemoryJobRangeStore store = new InMemoryJobRangeStore();
    private final AdjustableClock clock = new AdjustableClock();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final ClockJobRunner one = runner();
    private final ClockJobRunner other = runner();

    @Test
    void a_round_processes_every_key_once_in_order() {
        NumberJob job = new NumberJob(1, 450, key -> {});
        one.run(job);
        assertThat(job.processed).isEqualTo(job.all());
    }

    @Test
    void the_next_round_starts_after_the_interval() {
        NumberJob job = new NumberJob(2, 3, key -> {});
        one.run(job);
        clock.move(NumberJob.INTERVAL.minusSeconds(1));
        assertThat(one.run(job) + other.run(job)).isZero();
        clock.move(Duration.ofSeconds(1));
        assertThat(one.run(job)).isEqualTo(2);
        assertThat(job.processed).hasSize(12);
    }

    @Test
    void a_requested_round_starts_at_once() {
        NumberJob job = new NumberJob(2, 3, key -> {});
        one.run(job);
        one.request(job);
        assertThat(other.run(job)).isEqualTo(2);
    }

    @Test
    void a_request_at_the_moment_at_which_a_range_ends_does_not_leave_it_held() {
        NumberJob job = new NumberJob(1, 3, key -> {});
        RangeLease working = RangeLease.claim(store, clock, "numbers/range0", "other", NumberJob.INTERVAL)
                .orElseThrow();
        JobRangeStore endsAfterReading = new JobRangeStore() {
            @Override
            public JobRange find(String id) {
                JobRange found = store.find(id);
                working.finish(clock.instant().plus(NumberJob.INTERVAL));
                return found;
            }

            @Override
            public boolean replace(JobRange range, long fence) {
                return store.replace(range, fence);
            }
        };
        new ClockJobRunner(endsAfterReading, meters, clock).request(job);
        assertThat(store.find("numbers/range0").owner()).isNull();
        one.request(job);
        assertThat(one.run(job)).isEqualTo(1);
    }

    @Test
    void two_instances_share_the_keys_about_evenly_and_process_none_twice() {
        Phaser steps = new Phaser(2);
        NumberJob first = new NumberJob(32, 10, key -> steps.arriveAndAwaitAdvance());
        NumberJob second = first.on(key -> steps.arriveAndAwaitAdvance());
        Stream.of(
                        CompletableFuture.runAsync(() -> run(one, first, steps)),
                        CompletableFuture.runAsync(() -> run(other, second, steps)))
                .forEach(CompletableFuture::join);
        assertThat(Stream.concat(first.processed.stream(), second.processed.stream()))
                .containsExactlyInAnyOrderElementsOf(first.all());
        // Each key takes both instances one step, so the number of keys of the slower one is the time that all took.
        assertThat(Math.max(first.processed.size(), second.processed.size())).isLessThanOrEqualTo(170);
    }

    @Test
    void after_a_death_another_instance_goes_on_at_the_last_saved_page_when_the_lease_is_over() {
        NumberJob killed = new NumberJob(1, 450, key -> {
            if (key.endsWith("0250")) {
                throw new ProcessKilled();
            }
        });
        NumberJob survivor = killed.on(key -> {});
        assertThatThrownBy(() -> one.run(killed)).isInstanceOf(ProcessKilled.class);
        assertThat(other.run(survivor)).isZero();
        clock.move(RangeLease.DURATION);
        assertThat(other.run(survivor)).isEqualTo(1);
        assertThat(survivor.processed).startsWith("range0/0200").hasSize(250);
        Set<String> processed = new TreeSet<>(killed.processed);
        processed.addAll(survivor.processed);
        assertThat(processed).containsExactlyElementsOf(killed.all());
    }

    @Test
    void a_key_that_fails_holds_up_no_other_and_is_tried_again_in_the_next_round() {
        boolean[] healed = {false};
        NumberJob job = new NumberJob(1, 5, key -> {
            if (key.endsWith("0001") && !healed[0]) {
                throw new IllegalStateException("poison");
            }
        });
        one.run(job);
        assertThat(job.processed).hasSize(4).doesNotContain("range0/0001");
        assertThat(meters.counter("klimrek.jobs.failures", "job", "numbers").count())
                .isEqualTo(1);
        healed[0] = true;
        clock.move(NumberJob.INTERVAL);
        one.run(job);
        assertThat(job.processed).contains("range0/0001");
    }

    @Test
    void while_the_store_is_unavailable_a_range_waits_at_its_last_page_and_no_key_counts_as_failed() {
        boolean[] away = {true};
        NumberJob job = new NumberJob(1, 450, key -> {
            if (key.endsWith("0300") && away[0]) {
                throw new IllegalStateException(new MongoTimeoutException("away"));
            }
        });
        assertThatThrownBy(() -> one.run(job)).isInstanceOf(IllegalStateException.class);
        assertThat(meters.counter("klimrek.jobs.failures", "job", "numbers").count())
                .isZero();
        away[0] = false;
        job.processed.clear();
        assertThat(other.run(job)).isEqualTo(1);
        assertThat(job.processed).startsWith("range0/0200").hasSize(250);
    }

    @Test
    void an_instance_whose_lease_was_taken_over_saves_nothing_and_stops() {
        NumberJob[] second = {null};
        NumberJob paused = new NumberJob(1, 450, key -> {
            if (key.endsWith("0210") && second[0].processed.isEmpty()) {
                clock.move(RangeLease.DURATION);
                other.run(second[0]);
            }
        });
        second[0] = paused.on(key -> {});
        one.run(paused);
        assertThat(second[0].processed).startsWith("range0/0200").endsWith("range0/0449");
        // The key at hand is the one that both processed; a fence cannot prevent that.
        assertThat(paused.processed).endsWith("range0/0210");
        assertThat(store.find("numbers/range0").position()).isNull();
        assertThat(store.find("numbers/range0").fence()).isEqualTo(2);
    }

    @Test
    void a_lease_is_kept_through_a_slow_page() {
        NumberJob second = new NumberJob(1, 5, key -> {});
        NumberJob slow = second.on(key -> {
            clock.move(RangeLease.DURATION.minusSeconds(1));
            other.run(second);
        });
        one.run(slow);
        assertThat(second.processed).isEmpty();
        assertThat(slow.processed).isEqualTo(slow.all());
    }

    @Test
    void a_stop_saves_how_far_a_range_has_come() {
        ClockJobRunner stopped = runner();
        NumberJob job = new NumberJob(3, 5, key -> stopped.stop());
        stopped.run(job);
        assertThat(job.processed).hasSize(1);
        one.run(job);
        assertThat(job.processed).containsExactlyInAnyOrderElementsOf(job.all());
    }

    @Test
    void a_clock_that_goes_back_starts_no_round_too_often_and_stops_none_for_long() {
        NumberJob job = new NumberJob(1, 5, key -> {});
        one.run(job);
        clock.move(Duration.ofMinutes(-5));
        assertThat(one.run(job)).isZero();
        clock.move(Duration.ofDays(-1));
        assertThat(one.run(job))
                .as("its start lies further ahead than any interval")
                .isEqualTo(1);
        assertThat(one.run(job)).isZero();
    }

    @Test
    void a_lease_from_a_clock_that_was_ahead_is_not_waited_for() {
        NumberJob killed = new NumberJob(1, 5, key -> {
            throw new ProcessKilled();
        });
        clock.move(Duration.ofDays(1));
        assertThatThrownBy(() -> one.run(killed)).isInstanceOf(ProcessKilled.class);
        clock.move(Duration.ofDays(-1));
        NumberJob survivor = killed.on(key -> {});
        assertThat(other.run(survivor)).isEqualTo(1);
        assertThat(survivor.processed).isEqualTo(survivor.all());
    }

    @Test
    void a_job_with_threads_processes_as_many_ranges_at_once_and_no_more() {
        CyclicBarrier four = new CyclicBarrier(4);
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        NumberJob job = new NumberJob(8, 3, key -> {
                    most.accumulateAndGet(now.incrementAndGet(), Math::max);
                    await(four);
                    now.decrementAndGet();
                })
                .onThreads(4);
        assertThat(one.run(job)).isEqualTo(8);
        assertThat(job.processed).containsExactlyInAnyOrderElementsOf(job.all());
        assertThat(most).hasValue(4);
    }

    @Test
    void a_failure_of_one_thread_ends_the_round_of_all_and_leaves_the_rest_to_others() {
        boolean[] away = {true};
        NumberJob job = new NumberJob(32, 3, key -> {
                    if (away[0]) {
                        throw new IllegalStateException(new MongoTimeoutException("away"));
                    }
                })
                .onThreads(4);
        assertThatThrownBy(() -> one.run(job)).isInstanceOf(IllegalStateException.class);
        assertThat(job.ranges().stream()
                        .filter(range -> store.find("numbers/" + range) != null)
                        .count())
                .as("ranges that were begun")
                .isLessThanOrEqualTo(4);
        away[0] = false;
        assertThat(other.run(job)).isEqualTo(32);
        assertThat(job.processed).containsExactlyInAnyOrderElementsOf(job.all());
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_job_without_work_claims_no_range() {
        ClockJob idle = new ClockJob() {
            @Override
            public String name() {
                return "idle";
            }

            @Override
            public List<String> ranges() {
                return Collections.singletonList("all");
            }

            @Override
            public Duration interval() {
                return NumberJob.INTERVAL;
            }

            @Override
            public List<String> page(String range, String after, int limit) {
                return List.of();
            }

            @Override
            public void process(String key) {}

            @Override
            public boolean hasWork() {
                return false;
            }
        };
        assertThat(one.run(idle)).isZero();
        assertThat(store.find("idle/all")).isNull();
    }

    private ClockJobRunner runner() {
        return new ClockJobRunner(store, meters, clock);
    }

    private static void run(ClockJobRunner runner, NumberJob job, Phaser steps) {
        try {
            runner.run(job);
        } finally {
            steps.arriveAndDeregister();
        }
    }

    /** The end of a process: nothing after it runs on that instance. */
    private static final class ProcessKilled extends Error {
        private static final long serialVersionUID = 1L;
    }
}
