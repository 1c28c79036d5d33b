package nl.klimrek.servicekit.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ClockJobThreadTest {

    private final InMemoryJobRangeStore store = new InMemoryJobRangeStore();
    private final AdjustableClock clock = new AdjustableClock();
    private final ClockJobRunner runner = runner();
    private final ClockJobThread thread = new ClockJobThread(List.of(), runner, Duration.ofMillis(1));

    @Test
    void a_stop_gives_back_the_range_of_a_key_that_does_not_end() {
        CompletableFuture<Void> begun = new CompletableFuture<>();
        CompletableFuture<Void> hanging = new CompletableFuture<>();
        NumberJob survivor = new NumberJob(1, 5, key -> {});
        NumberJob job = survivor.on(key -> {
            begun.complete(null);
            hanging.join();
        });
        CompletableFuture<Void> running = CompletableFuture.runAsync(() -> runner.run(job));
        begun.join();
        CompletableFuture<Void> stopped = new CompletableFuture<>();
        thread.stop(() -> stopped.complete(null));
        stopped.join();
        assertThat(runner().run(survivor)).isEqualTo(1);
        assertThat(survivor.processed).isEqualTo(survivor.all());
        JobRange finished = store.find("numbers/range0");
        hanging.complete(null);
        running.join();
        assertThat(job.processed).hasSize(1);
        assertThat(store.find("numbers/range0")).isEqualTo(finished);
    }

    @Test
    void it_stops_with_requests_and_listeners() {
        assertThat(thread.getPhase()).isLessThan(ClockJobThread.DEFAULT_PHASE);
    }

    @Test
    void each_job_is_looked_at_at_its_own_interval() {
        AtomicInteger often = new AtomicInteger();
        AtomicInteger seldom = new AtomicInteger();
        ClockJobThread both = new ClockJobThread(
                List.of(job("often", Duration.ofMillis(5), often), job("seldom", Duration.ofSeconds(3), seldom)),
                runner);
        both.start();
        await().until(() -> often.get() >= 20);
        int before = seldom.get();
        both.wake();
        await().until(() -> seldom.get() == before + 1);
        both.stop();
        assertThat(before).isLessThan(20 / 2);
    }

    @Test
    void an_error_in_one_job_ends_neither_the_thread_nor_the_other_jobs() {
        AtomicInteger broken = new AtomicInteger();
        AtomicInteger others = new AtomicInteger();
        ClockJobThread both = new ClockJobThread(
                List.of(
                        failing(job("broken", Duration.ofMillis(5), broken)),
                        job("other", Duration.ofMillis(5), others)),
                runner);
        both.start();
        await().until(() -> broken.get() >= 2 && others.get() >= 2);
        both.stop();
    }

    /** The job, which cannot load a class in any round. */
    private static ClockJob failing(ClockJob job) {
        return new ClockJob() {
            @Override
            public String name() {
                return job.name();
            }

            @Override
            public List<String> ranges() {
                return job.ranges();
            }

            @Override
            public Duration interval() {
                return job.interval();
            }

            @Override
            public List<String> page(String range, @Nullable String after, int limit) {
                return job.page(range, after, limit);
            }

            @Override
            public void process(String key) {
                job.process(key);
            }

            @Override
            public boolean hasWork() {
                job.hasWork();
                throw new NoClassDefFoundError("replaced");
            }
        };
    }

    private static ClockJob job(String name, Duration interval, AtomicInteger looks) {
        return new ClockJob() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public List<String> ranges() {
                return List.of();
            }

            @Override
            public Duration interval() {
                return interval;
            }

            @Override
            public List<String> page(String range, @Nullable String after, int limit) {
                return List.of();
            }

            @Override
            public void process(String key) {}

            @Override
            public boolean hasWork() {
                looks.incrementAndGet();
                return false;
            }
        };
    }

    private ClockJobRunner runner() {
        return new ClockJobRunner(store, new SimpleMeterRegistry(), clock);
    }
}
