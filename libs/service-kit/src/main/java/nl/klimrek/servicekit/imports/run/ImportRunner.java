package nl.klimrek.servicekit.imports.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Refusal;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.servicekit.imports.job.ImportJob;
import nl.klimrek.servicekit.imports.job.ImportJob.Status;
import nl.klimrek.servicekit.imports.job.ImportQueue;
import nl.klimrek.servicekit.imports.store.ImportFileStore;
import nl.klimrek.servicekit.imports.store.ImportJobRepository;
import nl.klimrek.servicekit.imports.store.ImportNoteStore;
import nl.klimrek.servicekit.imports.store.RowResultStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Works on imports in the background: of each organisation one at a time, of several organisations in turns of a few
 * seconds. A lease keeps two instances off one queue; after a stop another, or the same one later, goes on at the row
 * after the last that has its result.
 */
public final class ImportRunner implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ImportRunner.class);
    private static final Duration LEASE = Duration.ofSeconds(15);
    private static final Duration RETRY = Duration.ofSeconds(2);
    private static final Duration WAIT_FOR_READERS = Duration.ofMillis(250);
    private static final long POLL_SECONDS = 1;
    /** Another instance's imports wait this much longer when it stops; an own import wakes the workers. */
    private static final long IDLE_POLL_SECONDS = 10;

    private static final int QUEUES = 16;

    private final ImportJobRepository jobs;
    private final ImportTimeSlice turn;
    private final ImportFileStore files;
    private final RowResultStore results;
    private final ImportNoteStore notes;
    private final Clock clock;
    private final int workers;
    private final Semaphore signal = new Semaphore(0);
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;
    private volatile long lastWork = System.nanoTime();

    public ImportRunner(
            ImportJobRepository jobs,
            ImportTimeSlice turn,
            ImportFileStore files,
            RowResultStore results,
            ImportNoteStore notes,
            Clock clock,
            int workers) {
        this.jobs = jobs;
        this.turn = turn;
        this.files = files;
        this.results = results;
        this.notes = notes;
        this.clock = clock;
        this.workers = workers;
    }

    /** Something waits. */
    public void wake() {
        lastWork = System.nanoTime();
        signal.release();
    }

    @Override
    public synchronized void start() {
        running = true;
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
        turn.stop();
        signal.release(workers);
        for (Thread thread : threads) {
            try {
                thread.join(LEASE.toMillis());
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        threads.clear();
        turn.closeAll();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void work() {
        while (running) {
            boolean worked = false;
            try {
                for (Organisation organisation : jobs.waiting(clock.instant(), QUEUES)) {
                    worked |= running && takeTurn(organisation);
                }
                if (!worked) {
                    deleteOverdue();
                    signal.tryAcquire(pollSeconds(), TimeUnit.SECONDS);
                    signal.drainPermits();
                } else {
                    lastWork = System.nanoTime();
                }
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException passing) {
                // The store may be away; what was not done is done at the next look.
                LOG.warn(
                        "Imports cannot be worked on, trying again: {}",
                        passing.getClass().getSimpleName());
                pause();
            }
        }
    }

    /** Imports that wait for readers, or whose lease runs out, are looked at often; nothing at all is not. */
    private long pollSeconds() {
        return System.nanoTime() - lastWork < LEASE.multipliedBy(2).toNanos() ? POLL_SECONDS : IDLE_POLL_SECONDS;
    }

    /** Whether there was something to do. */
    private boolean takeTurn(Organisation organisation) {
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
            ImportTimeSlice.State state = turn.take(organisation, id, () -> renew(organisation, token));
            if (state == ImportTimeSlice.State.FINISHED) {
                jobs.changeQueue(organisation, queue -> queue.without(id));
            }
            pause = state == ImportTimeSlice.State.READERS_BEHIND ? WAIT_FOR_READERS : Duration.ZERO;
            return state != ImportTimeSlice.State.READERS_BEHIND;
        } finally {
            Instant from = clock.instant().plus(pause);
            jobs.changeQueue(organisation, queue -> queue.heldBy(token) ? queue.released(from) : queue);
        }
    }

    /** Whether the queue is still ours. */
    private boolean renew(Organisation organisation, String token) {
        Instant lease = clock.instant().plus(LEASE);
        return jobs.changeQueue(organisation, queue -> queue.heldBy(token) ? queue.claimed(token, lease) : queue)
                .heldBy(token);
    }

    /** Files that never came in whole, and results that were kept long enough. */
    private void deleteOverdue() {
        for (Key key : jobs.overdue(clock.instant(), QUEUES)) {
            jobs.find(key.organisation(), key.id()).map(Versioned::state).ifPresent(job -> {
                if (job.status() == Status.RECEIVING) {
                    files.delete(job.owner(), job.file());
                    jobs.change(
                            job,
                            known -> known.status() == Status.RECEIVING
                                    ? known.refused(Refusal.of("file-not-received"), clock.instant())
                                    : known);
                } else {
                    delete(job, clock.instant());
                }
            });
        }
    }

    private void delete(ImportJob job, Instant now) {
        if (job.fileUntil() != null && !job.fileUntil().isAfter(now)) {
            if (job.appliedAs() == null || !jobs.queue(job.owner()).knows(job.appliedAs())) {
                files.delete(job.owner(), job.file());
                giveUp(job);
            }
            notes.delete(job);
            jobs.change(job, ImportJob::withoutFile);
        }
        if (job.keptUntil() != null && !job.keptUntil().isAfter(now)) {
            results.delete(job);
            jobs.change(job, ImportJob::withoutRows);
        }
    }

    /** The import that was to take the file over never waited in the queue, because the service stopped just then. */
    private void giveUp(ImportJob dryRun) {
        Optional.ofNullable(dryRun.appliedAs())
                .flatMap(id -> jobs.find(dryRun.owner(), id))
                .map(Versioned::state)
                .filter(job -> !job.finished())
                .ifPresent(job -> jobs.change(
                        job,
                        known -> known.refused(Refusal.of("file-not-received"), clock.instant())
                                .withoutFile()));
    }

    private void pause() {
        try {
            TimeUnit.SECONDS.sleep(POLL_SECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
