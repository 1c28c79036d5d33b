package nl.klimrek.testkit.service;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.klimrek.servicekit.jobs.ClockJob;
import nl.klimrek.servicekit.jobs.ClockJobRunner;
import nl.klimrek.servicekit.jobs.JobRange;
import nl.klimrek.servicekit.jobs.JobRangeStore;
import nl.klimrek.servicekit.jobs.RangeLease;

/**
 * The rounds of a clock job of a running instance. The instance's own thread works on them too, whenever it is time, so a test
 * that wants a round to be complete, or the job to stand still, says so here.
 */
public final class ClockJobRounds {

    private final ServiceUnderTest service;
    private final ClockJob job;
    private final ClockJobRunner runner;
    private final JobRangeStore ranges;

    public ClockJobRounds(ServiceUnderTest service, ClockJob job) {
        this.service = service;
        this.job = job;
        this.runner = service.bean(ClockJobRunner.class);
        this.ranges = service.bean(JobRangeStore.class);
    }

    /** Returns when every key that waits now was processed once, here or by the instance's own thread. */
    public void run() {
        await().atMost(ServiceUnderTest.TIMEOUT).pollDelay(Duration.ZERO).until(() -> {
            if (isIdle()) {
                return true;
            }
            runner.request(job);
            return runner.run(job) == job.ranges().size() || isIdle();
        });
    }

    /** Whether no key waits, and no instance is still processing one. */
    private boolean isIdle() {
        return !job.hasWork()
                && job.ranges().stream().allMatch(range -> {
                    JobRange stored = ranges.find(id(range));
                    return stored == null || stored.owner() == null;
                });
    }

    /** Takes every range, as an instance of its own would, once what is at work has ended. The caller releases them. */
    public List<RangeLease> holdAll() {
        List<RangeLease> held = new ArrayList<>();
        List<String> missing = new ArrayList<>(job.ranges());
        await().atMost(ServiceUnderTest.TIMEOUT).pollDelay(Duration.ZERO).until(() -> {
            runner.request(job);
            missing.removeIf(range -> claim(range).map(held::add).orElse(false));
            return missing.isEmpty();
        });
        return held;
    }

    private Optional<RangeLease> claim(String range) {
        return RangeLease.claim(ranges, service.clock(), id(range), "test", job.interval());
    }

    private String id(String range) {
        return job.name() + "/" + range;
    }
}
