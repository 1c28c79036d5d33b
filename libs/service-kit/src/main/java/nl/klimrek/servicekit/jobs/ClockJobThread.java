package nl.klimrek.servicekit.jobs;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import nl.klimrek.servicekit.tracing.RedactedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * The thread of an instance that runs its clock jobs: soon after the start, and then each at its own interval. It stops together with
 * listeners and requests, after the key at hand; the range of a key that takes too long is given back.
 */
public final class ClockJobThread implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ClockJobThread.class);
    /** The start of a service has the processor for itself so long, unless a job runs more often. */
    private static final Duration FIRST_WAIT = Duration.ofSeconds(15);

    /** Ranges of an instance that died are taken over within a lease and this. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    /** Part of the ten seconds in which a service stops. */
    private static final Duration KEY_TIMEOUT = Duration.ofSeconds(4);

    /** The phase in which Spring Boot's web server finishes its requests: both end within one shutdown time-out. */
    private static final int STOPS_WITH_REQUESTS = DEFAULT_PHASE - 1024;

    private final List<ClockJob> jobs;
    private final ClockJobRunner runner;
    private final Duration keyTimeout;
    private final Semaphore signal = new Semaphore(0);
    private @Nullable Thread thread;
    private volatile boolean running;

    ClockJobThread(List<ClockJob> jobs, ClockJobRunner runner) {
        this(jobs, runner, KEY_TIMEOUT);
    }

    /** @param keyTimeout how long a stop waits for the key at hand */
    ClockJobThread(List<ClockJob> jobs, ClockJobRunner runner, Duration keyTimeout) {
        this.jobs = List.copyOf(jobs);
        this.runner = runner;
        this.keyTimeout = keyTimeout;
    }

    /** Runs the jobs now instead of at the next interval. */
    public void wake() {
        signal.release();
    }

    @Override
    public synchronized void start() {
        running = true;
        thread = new Thread(this::work, "clock-jobs");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public synchronized void stop() {
        running = false;
        runner.stop();
        wake();
        try {
            if (thread != null) {
                thread.join(keyTimeout.toMillis());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        runner.releaseHeld();
    }

    /** Does not hold up the others of its phase. */
    @Override
    public void stop(Runnable callback) {
        new Thread(
                        () -> {
                            try {
                                stop();
                            } finally {
                                callback.run();
                            }
                        },
                        "stop-clock-jobs")
                .start();
    }

    @Override
    public int getPhase() {
        return STOPS_WITH_REQUESTS;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void work() {
        long start = System.nanoTime();
        long[] next = jobs.stream()
                .mapToLong(job -> start + shorter(waitAfter(job), FIRST_WAIT).toNanos())
                .toArray();
        try {
            while (running) {
                long wait = LongStream.of(next)
                        .map(at -> at - System.nanoTime())
                        .min()
                        .orElse(LONGEST_WAIT.toNanos());
                boolean woken = signal.tryAcquire(Math.max(0, wait), TimeUnit.NANOSECONDS);
                signal.drainPermits();
                for (int i = 0; i < next.length; i++) {
                    if (woken || next[i] - System.nanoTime() <= 0) {
                        run(jobs.get(i));
                        next[i] = System.nanoTime() + waitAfter(jobs.get(i)).toNanos();
                    }
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static Duration waitAfter(ClockJob job) {
        return shorter(job.interval(), LONGEST_WAIT);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private void run(ClockJob job) {
        try {
            runner.run(job);
        } catch (RuntimeException unavailable) {
            LOG.warn("The job {} stopped and goes on later", job.name(), RedactedException.of(unavailable));
        } catch (Error broken) {
            // A class that cannot be loaded, for example, while a new version is put in place. Without this thread no
            // job would
            // ever run here again, and nobody would notice; the lease of the range ends by itself.
            LOG.error("The job {} stopped with an error and is tried again", job.name(), RedactedException.of(broken));
        }
    }
}
