package nl.klimrek.servicekit.jobs;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import nl.klimrek.eventing.mongo.StoreFailure;
import nl.klimrek.eventing.outbox.OutboxFullException;
import nl.klimrek.servicekit.tracing.RedactedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs clock jobs on this instance: claims the ranges that wait and processes their keys in pages, as many ranges at once as the
 * job has threads. Several instances may run the same job at once; they share its ranges.
 *
 * <p>A key that fails is counted, logged and passed over until the next round. While the store or the broker is
 * unavailable a range is released where its last page ended, because then every key would fail.
 */
public final class ClockJobRunner {

    private static final Logger LOG = LoggerFactory.getLogger(ClockJobRunner.class);
    private static final int KEYS_PER_PAGE = 200;

    private final JobRangeStore store;
    private final MeterRegistry meters;
    private final Clock clock;
    private final String instance = UUID.randomUUID().toString();
    private final Set<RangeLease> held = ConcurrentHashMap.newKeySet();
    private final RangeThreads threads = new RangeThreads();
    private volatile boolean stopping;

    public ClockJobRunner(JobRangeStore store, MeterRegistry meters, Clock clock) {
        this.store = store;
        this.meters = meters;
        this.clock = clock;
    }

    /** Works on every range of the job that waits and is free. Returns how many ranges that were. */
    public int run(ClockJob job) {
        failures(job);
        if (!job.hasWork()) {
            return 0;
        }
        List<String> ranges = new ArrayList<>(job.ranges());
        // Instances start at different ranges, so they seldom try to claim the same one.
        Collections.rotate(ranges, instance.hashCode());
        AtomicInteger worked = new AtomicInteger();
        threads.process(ranges, job.threads(), range -> {
            if (claimAndWork(job, range)) {
                worked.incrementAndGet();
            }
        });
        return worked.get();
    }

    private boolean claimAndWork(ClockJob job, String range) {
        if (stopping) {
            return false;
        }
        Optional<RangeLease> lease = RangeLease.claim(store, clock, id(job, range), instance, job.interval());
        lease.ifPresent(claimed -> work(job, range, claimed));
        return lease.isPresent();
    }

    /** Lets the next round of every range start now. A range that is at work goes on as if nothing was said. */
    public void request(ClockJob job) {
        for (String range : job.ranges()) {
            JobRange stored = store.find(id(job, range));
            // Written over a range that is at work, it would give back the lease of one that has ended meanwhile.
            if (stored != null && stored.owner() == null && stored.position() == null) {
                store.replace(stored.requested(clock.instant()), stored.fence());
            }
        }
    }

    /** Ends the work of {@link #run} after the key at hand; the ranges are released. */
    public void stop() {
        stopping = true;
    }

    /**
     * Releases the ranges of keys that are still at hand. Other instances process these keys once more, from the last saved page
     * on, and nothing is saved here any more.
     */
    void releaseHeld() {
        held.forEach(lease -> {
            try {
                lease.release();
            } catch (RuntimeException unavailable) {
                LOG.warn("A range cannot be released now; its lease will run out", RedactedException.of(unavailable));
            }
        });
    }

    private void work(ClockJob job, String range, RangeLease lease) {
        held.add(lease);
        try {
            List<String> page = job.page(range, lease.position(), KEYS_PER_PAGE);
            while (!page.isEmpty()) {
                int done = process(job, page, lease);
                boolean saved = done == 0 || lease.save(page.get(done - 1), lease.progress());
                if (done < page.size() || !saved) {
                    lease.release();
                    return;
                }
                page = job.page(range, lease.position(), KEYS_PER_PAGE);
            }
            lease.finish(clock.instant().plus(job.interval()));
        } catch (RuntimeException unavailable) {
            release(lease, unavailable);
            throw unavailable;
        } finally {
            held.remove(lease);
        }
    }

    /** Returns how many keys of the page were processed before a stop or the loss of the lease. */
    private int process(ClockJob job, List<String> page, RangeLease lease) {
        int failures = 0;
        for (int done = 0; done < page.size(); done++) {
            if (stopping || !lease.keep()) {
                LOG.info("The job {} leaves a range to another instance", job.name());
                return done;
            }
            String key = page.get(done);
            try {
                job.process(key);
            } catch (RuntimeException failed) {
                if (unavailable(failed)) {
                    throw failed;
                }
                failures(job).increment();
                if (failures++ == 0) {
                    LOG.error(
                            "The job {} could not process {}; it is tried again in the next round",
                            job.name(),
                            key,
                            RedactedException.of(failed));
                }
            }
        }
        if (failures > 1) {
            LOG.error("The job {} could not process {} keys of a page", job.name(), failures);
        }
        return page.size();
    }

    private Counter failures(ClockJob job) {
        return Counter.builder("klimrek.jobs.failures")
                .description("Keys that a clock job could not process and will try again in its next round")
                .tag("job", job.name())
                .register(meters);
    }

    private static void release(RangeLease lease, RuntimeException why) {
        try {
            lease.release();
        } catch (RuntimeException unavailable) {
            // The lease ends by itself.
            why.addSuppressed(unavailable);
        }
    }

    /** Whether a failure says that the store or the broker is unavailable, so that every other key would fail too. */
    public static boolean unavailable(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(cause ->
                        cause instanceof OutboxFullException || StoreFailure.of(cause) == StoreFailure.TRANSIENT);
    }

    private static String id(ClockJob job, String range) {
        return job.name() + "/" + range;
    }
}
