package nl.klimrek.eventing.spring;

import java.time.Duration;
import java.util.UUID;
import nl.klimrek.eventing.outbox.OutboxSettings;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;
import org.springframework.util.unit.DataSize;

/**
 * Settings of the outbox and inbox.
 *
 * @param instance name of this instance, unique within its service; random by default. After a restart the same name
 *     resumes its own documents at once
 * @param lease how long one instance may relay a document: 5 s to 5 min
 * @param sweepInterval {@code sweep-every}: interval between searches for documents that no instance relays: 1 s to 5 min
 * @param retryAfterFailure pause of the relay after the broker refused an event
 * @param maxEventBytes {@code largest-event}: maximum size of an event's data and headers; below the broker's
 *     message.max.bytes
 * @param maxEventsPerDocument {@code most-waiting}: pending events in one document before commands on it get 503
 * @param maxUnsentEvents {@code most-unsent}: events an instance may leave to a sweep before commands get 503
 * @param maxActiveDocuments {@code most-documents}: documents being relayed at once
 * @param maxHeldBytes {@code most-held}: size of the events in memory: 1 MB to 1 GB; the rest stays in the documents
 * @param recentDocuments size of the cache of documents that this instance wrote last, so that the next command need not
 *     read them: 0 to 1 GB
 * @param linger how long an event may wait to share a request with others: 0 to 100 ms
 * @param declaredReadersOnly whether the service refuses to start when a topic's declaration does not name its group;
 *     off only in tests that read under a group of their own
 * @param concurrency listener threads, at most one per partition
 * @param lanes threads that handle the records of one poll at once, those of one key in order: 1 to 64
 * @param gatherTime {@code gather}: pause of a reader after a small poll, so that the next one brings more; 0 to 1 s
 * @param commitInterval {@code commit-every}: how often a reader commits offsets; 0 commits after each poll; 0 to 5 s
 * @param lagInterval {@code watch-every}: interval between measurements of the inbox lag: 1 s to 5 min
 * @param stuckAfter how long events may wait without progress before health reports it: 5 s to 1 h
 */
@ConfigurationProperties("klimrek.eventing")
public record EventingProperties(
        String instance,
        @DefaultValue("30s") Duration lease,
        @Name("sweep-every") @DefaultValue("15s") Duration sweepInterval,
        @DefaultValue("500ms") Duration retryAfterFailure,
        @Name("largest-event") @DefaultValue("900000") int maxEventBytes,
        @Name("most-waiting") @DefaultValue("200") int maxEventsPerDocument,
        @Name("most-unsent") @DefaultValue("250000") long maxUnsentEvents,
        @Name("most-documents") @DefaultValue("2000") int maxActiveDocuments,
        @Name("most-held") @DefaultValue("4MB") DataSize maxHeldBytes,
        @DefaultValue("8MB") DataSize recentDocuments,
        @DefaultValue("2ms") Duration linger,
        @DefaultValue("true") boolean declaredReadersOnly,
        @DefaultValue("1") int concurrency,
        @DefaultValue("4") int lanes,
        @Name("gather") @DefaultValue("0s") Duration gatherTime,
        @Name("commit-every") @DefaultValue("500ms") Duration commitInterval,
        @Name("watch-every") @DefaultValue("10s") Duration lagInterval,
        @DefaultValue("2m") Duration stuckAfter) {

    public EventingProperties {
        within("klimrek.eventing.lease", lease, Duration.ofSeconds(5), Duration.ofMinutes(5));
        within("klimrek.eventing.sweep-every", sweepInterval, Duration.ofSeconds(1), Duration.ofMinutes(5));
        within("klimrek.eventing.linger", linger, Duration.ZERO, Duration.ofMillis(100));
        within("klimrek.eventing.gather", gatherTime, Duration.ZERO, Duration.ofSeconds(1));
        within("klimrek.eventing.commit-every", commitInterval, Duration.ZERO, Duration.ofSeconds(5));
        within("klimrek.eventing.watch-every", lagInterval, Duration.ofSeconds(1), Duration.ofMinutes(5));
        within("klimrek.eventing.stuck-after", stuckAfter, Duration.ofSeconds(5), Duration.ofHours(1));
        instance = instance == null || instance.isBlank() ? UUID.randomUUID().toString() : instance;
        within("klimrek.eventing.most-held", maxHeldBytes, DataSize.ofMegabytes(1), DataSize.ofGigabytes(1));
        within("klimrek.eventing.recent-documents", recentDocuments, DataSize.ofBytes(0), DataSize.ofGigabytes(1));
        if (concurrency < 1 || concurrency > 64) {
            throw new IllegalArgumentException("klimrek.eventing.concurrency must be 1 to 64");
        }
        if (lanes < 1 || lanes > 64) {
            throw new IllegalArgumentException("klimrek.eventing.lanes must be 1 to 64");
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
