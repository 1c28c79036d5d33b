package nl.klimrek.eventing.spring;

import java.time.Duration;
import java.util.UUID;
import nl.klimrek.eventing.outbox.OutboxSettings;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of the outbox and inbox.
 *
 * @param instance name of this instance among those of its service; random when absent. One that comes back under its
 *     own name takes up what it left at once, so give a name wherever no two run under it
 * @param lease how long a document is one instance's to relay: 5 s to 5 min
 * @param sweepEvery how often documents that nobody relays are looked for: 1 s to 5 min
 * @param retryAfterFailure how long the relay rests after the broker refused
 * @param largestEvent bytes of data and headers an event may have; under the broker's message.max.bytes
 * @param mostWaiting events that may wait in one document before commands on it get 503
 * @param mostUnsent events an instance may leave unsent before commands get 503
 * @param mostDocuments documents that may be under way to the broker at once
 * @param mostHeld how much of events may be under way to the broker at once: 1 MB to 1 GB; what is more waits in its documents
 * @param recentDocuments how much an instance remembers of the documents it stored last, so that the next command on one
 *     need not read it: 0 to 1 GB
 * @param linger how long an event may wait for others to go to the broker with it: 0 to 100 ms
 * @param declaredReadersOnly whether the service refuses to start when it reads a topic whose declaration does not name its
 *     group; off only where a test reads under a group of its own
 * @param concurrency threads that listen, at most one per partition
 * @param watchEvery how often it is measured how far the inbox is behind: 1 s to 5 min
 * @param stuckAfter how long events may wait without one of them moving on before the service says it is stuck: 5 s to 1 h
 */
@ConfigurationProperties("klimrek.eventing")
public record EventingProperties(
        String instance,
        @DefaultValue("30s") Duration lease,
        @DefaultValue("15s") Duration sweepInterval,
        @DefaultValue("500ms") Duration retryAfterFailure,
        @DefaultValue("900000") int maxEventBytes,
        @DefaultValue("200") int maxEventsPerDocument,
        @DefaultValue("250000") long maxUnsentEvents,
        @DefaultValue("2000") int maxActiveDocuments,
        @DefaultValue("4MB") DataSize maxHeldBytes,
        @DefaultValue("8MB") DataSize recentDocuments,
        @DefaultValue("2ms") Duration linger,
        @DefaultValue("true") boolean declaredReadersOnly,
        @DefaultValue("1") int concurrency,
        @DefaultValue("10s") Duration lagInterval,
        @DefaultValue("2m") Duration stuckAfter) {

    public EventingProperties {
        within("klimrek.eventing.lease", lease, Duration.ofSeconds(5), Duration.ofMinutes(5));
        within("klimrek.eventing.sweep-every", sweepInterval, Duration.ofSeconds(1), Duration.ofMinutes(5));
        within("klimrek.eventing.linger", linger, Duration.ZERO, Duration.ofMillis(100));
        within("klimrek.eventing.watch-every", lagInterval, Duration.ofSeconds(1), Duration.ofMinutes(5));
        within("klimrek.eventing.stuck-after", stuckAfter, Duration.ofSeconds(5), Duration.ofHours(1));
        instance = instance == null || instance.isBlank() ? UUID.randomUUID().toString() : instance;
        within("klimrek.eventing.most-held", maxHeldBytes, DataSize.ofMegabytes(1), DataSize.ofGigabytes(1));
        within("klimrek.eventing.recent-documents", recentDocuments, DataSize.ofBytes(0), DataSize.ofGigabytes(1));
        if (concurrency < 1 || concurrency > 64) {
            throw new IllegalArgumentException("klimrek.eventing.concurrency must be 1 to 64");
        }
    }

    OutboxSettings outbox() {
        return new OutboxSettings(
                instance,
                lease,
                sweepInterval,
                retryAfterFailure,
                maxEventBytes,
                maxEventsPerDocument,
                maxUnsentEvents,
                maxActiveDocuments,
                maxHeldBytes.toBytes());
    }

    private static <T extends Comparable<T>> void within(String name, T value, T least, T most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new IllegalArgumentException(name + " must be " + least + " to " + most);
        }
    }
}
