package nl.klimrek.reminders;

import static org.awaitility.Awaitility.await;

import java.util.HashMap;
import java.util.Map;
import nl.klimrek.reminders.sending.SendingJob;
import nl.klimrek.servicekit.jobs.ClockJobRunner;
import nl.klimrek.servicekit.jobs.JobRangeStore;
import nl.klimrek.servicekit.jobs.RangeLease;
import nl.klimrek.testkit.service.ServiceUnderTest;

/** Holds all ranges of the sending job, so that the service itself sends nothing while a test's own senders do. */
final class HeldRanges implements AutoCloseable {

    private final Map<String, RangeLease> held = new HashMap<>();

    HeldRanges(ServiceUnderTest service) {
        SendingJob job = service.bean(SendingJob.class);
        JobRangeStore ranges = service.bean(JobRangeStore.class);
        await().atMost(Reminders.TIMEOUT).until(() -> {
            service.bean(ClockJobRunner.class).request(job);
            job.ranges().stream()
                    .filter(range -> !held.containsKey(range))
                    .forEach(range -> RangeLease.claim(
                                    ranges, service.clock(), job.name() + "/" + range, "test", job.interval())
                            .ifPresent(lease -> held.put(range, lease)));
            return held.size() == job.ranges().size();
        });
    }

    @Override
    public void close() {
        held.values().forEach(RangeLease::release);
    }
}
