package nl.klimrek.servicekit.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
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

    private ClockJobRunner runner() {
        return new ClockJobRunner(store, new SimpleMeterRegistry(), clock);
    }
}
