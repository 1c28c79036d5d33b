package nl.klimrek.people;

import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import nl.klimrek.people.roster.DailyRollover;
import nl.klimrek.servicekit.jobs.ClockJob;
import nl.klimrek.servicekit.jobs.ClockJobRunner;
import nl.klimrek.servicekit.jobs.JobRangeStore;
import nl.klimrek.testkit.service.ServiceUnderTest;

/** Runs the clock jobs of the people service when a test wants them. */
final class ClockJobs {
    private ClockJobs() {}

    /** Lets days pass, and applies their changes. */
    static void daysPass(ServiceUnderTest service, int days) {
        service.awaitSettled();
        service.clock().advance(Duration.ofDays(days));
        ClockJob job = service.bean(DailyRollover.class).job();
        ClockJobRunner runner =
                new ClockJobRunner(service.bean(JobRangeStore.class), new SimpleMeterRegistry(), service.clock());
        await().until(() -> {
            runner.run(job);
            return !job.hasWork();
        });
    }
}
