package nl.klimrek.servicekit.jobs;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import nl.klimrek.servicekit.tracing.RedactedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** The thread of an instance that runs its clock jobs: soon after the start, and then at their intervals. */
public final class ClockJobThread implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ClockJobThread.class);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(15);

    /** Ranges of an instance that died are taken over within a lease and this. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private final List<ClockJob> jobs;
    private final ClockJobRunner runner;
    private final Duration wait;
    private final Semaphore signal = new Semaphore(0);
    private @Nullable Thread thread;
    private volatile boolean running;

    ClockJobThread(List<ClockJob> jobs, ClockJobRunner runner) {
        this.jobs = List.copyOf(jobs);
        this.runner = runner;
        this.wait = jobs.stream()
                .map(ClockJob::interval)
                .filter(interval -> interval.compareTo(LONGEST_WAIT) < 0)
                .min(Comparator.naturalOrder())
                .orElse(LONGEST_WAIT);
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
                thread.join(LONGEST_WAIT.toMillis());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void work() {
        Duration next = FIRST_WAIT;
        try {
            while (running) {
                if (signal.tryAcquire(next.toMillis(), TimeUnit.MILLISECONDS)) {
                    signal.drainPermits();
                }
                jobs.forEach(this::run);
                next = wait;
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void run(ClockJob job) {
        try {
            runner.run(job);
        } catch (RuntimeException unavailable) {
            LOG.warn("The job {} stopped and goes on later", job.name(), RedactedException.of(unavailable));
        }
    }
}
