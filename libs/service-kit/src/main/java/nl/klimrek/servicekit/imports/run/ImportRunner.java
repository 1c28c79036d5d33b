package nl.klimrek.servicekit.imports.run;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.servicekit.imports.job.ImportQueue;
import nl.klimrek.servicekit.imports.store.ImportJobRepository;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Runs imports in the background: one at a time of each organisation, and several organisations in turns of a few
 * seconds.
 *
 * <p>Guarantees: several instances share the organisations, each queue under a lease. After a stop, the same or another
 * instance goes on at the row after the last one that has its result. An import that fails for another reason than an
 * unavailable store is passed over with an alarm, so that the next one of its queue runs, and tried again.
 */
public final class ImportRunner implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ImportRunner.class);

    private static final Duration LEASE = Duration.ofSeconds(15);
    /** How long a stop waits for the row at hand. Afterwards the lease of its import runs out. */
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(4);

    private static final Duration RETRY = Duration.ofSeconds(2);
    private static final Duration RETRY_OF_FAILED = Duration.ofSeconds(30);
    private static final Duration WAIT_FOR_READERS = Duration.ofMillis(250);
    private static final long POLL_SECONDS = 1;
    /** Another instance's imports wait this much longer when it stops; an own import wakes the workers. */
    private static final long IDLE_POLL_SECONDS = 10;

    private static final int MAX_QUEUES = 16;

    private final ImportJobRepository jobs;
    private final ImportTimeSlice timeSlice;
    private final ImportCleanup cleanup;
    private final Clock clock;
    private final int workers;
    private final Counter failures;
    private final WorkSignal signal = new WorkSignal();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;
    private volatile long lastWork = System.nanoTime();

    /** @param workers number of imports that run at once */
    public ImportRunner(
            ImportJobRepository jobs,
            ImportTimeSlice timeSlice,
            ImportCleanup cleanup,
            Clock clock,
            int workers,
            MeterRegistry meters) {
        this.jobs = jobs;
        this.timeSlice = timeSlice;
        this.cleanup = cleanup;
        this.clock = clock;
        this.workers = workers;
        this.failures = Counter.builder("klimrek.imports.failures")
                .description("Turns of imports that failed for another reason than an unavailable store or broker")
                .register(meters);
    }

    /** Looks at the queues now. */
    public void wake() {
        lastWork = System.nanoTime();
        signal.signal();
    }

    @Override
    public synchronized void start() {
        running = true;
        signal.begin();
        for (int i = 0; i < workers; i++) {
            Thread thread = new Thread(this::work, "imports-" + i);
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
    }

    @Override
    public synchronized void stop() {
        running = false;
        timeSlice.stop();
        signal.end();
        long deadline = System.nanoTime() + STOP_TIMEOUT.toNanos();
        for (Thread thread : threads) {
            try {
                thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime())));
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        threads.clear();
        timeSlice.closeAll();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void work() {
        while (running) {
            boolean worked = false;
            try {
                for (Organisation organisation : jobs.waiting(clock.instant(), MAX_QUEUES)) {
                    worked |= running && runTurn(organisation);
                }
                if (!worked) {
                    cleanup.run();
                    signal.await(pollSeconds());
                } else {
                    lastWork = System.nanoTime();
                }
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException unavailable) {
                LOG.warn(
                        "Imports cannot run and will be tried again: {}",
                        unavailable.getClass().getSimpleName());
                pause();
            }
        }
    }

    /** Imports that wait for readers, or whose lease runs out, are looked at often; nothing at all is not. */
    private long pollSeconds() {
        return System.nanoTime() - lastWork < LEASE.multipliedBy(2).toNanos() ? POLL_SECONDS : IDLE_POLL_SECONDS;
    }

    /** Returns whether there was something to do. */
    private boolean runTurn(Organisation organisation) {
        String token = UUID.randomUUID().toString();
        Instant now = clock.instant();
        ImportQueue claimed = jobs.changeQueue(
                organisation, queue -> queue.free(now) ? queue.claimed(token, now.plus(LEASE)) : queue);
        if (!claimed.heldBy(token)) {
            return false;
        }
        String id = claimed.waiting().get(0);
        Duration pause = RETRY;
        try {
            ImportTimeSlice.State state = timeSlice.run(organisation, id, () -> renewLease(organisation, token));
            if (state == ImportTimeSlice.State.FINISHED) {
                jobs.changeQueue(organisation, queue -> queue.without(id));
            }
            pause = state == ImportTimeSlice.State.READERS_BEHIND ? WAIT_FOR_READERS : Duration.ZERO;
            return state != ImportTimeSlice.State.READERS_BEHIND;
        } catch (RuntimeException failed) {
            pause = passOver(organisation, id, failed);
            return false;
        } finally {
            Instant from = clock.instant().plus(pause);
            jobs.changeQueue(organisation, queue -> queue.heldBy(token) ? queue.released(from) : queue);
        }
    }

    /** Lets the next import of the queue run first. Returns how long the queue rests. */
    private Duration passOver(Organisation organisation, String id, RuntimeException failed) {
        if (ImportFailure.of(failed) == ImportFailure.TRANSIENT) {
            LOG.warn(
                    "Import {} cannot go on and will be tried again: {}",
                    id,
                    failed.getClass().getSimpleName());
            return RETRY;
        }
        failures.increment();
        LOG.error(
                "Import {} fails; it is passed over and will be tried again: {}",
                id,
                failed.getClass().getName());
        ImportQueue after = jobs.changeQueue(organisation, queue -> queue.postponed(id));
        return after.waiting().size() > 1 ? Duration.ZERO : RETRY_OF_FAILED;
    }

    /** Returns whether this instance still holds the queue. */
    private boolean renewLease(Organisation organisation, String token) {
        Instant lease = clock.instant().plus(LEASE);
        return jobs.changeQueue(organisation, queue -> queue.heldBy(token) ? queue.claimed(token, lease) : queue)
                .heldBy(token);
    }

    private void pause() {
        try {
            TimeUnit.SECONDS.sleep(POLL_SECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
