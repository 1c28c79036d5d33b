package nl.klimrek.journal.checkpoint;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.journal.chain.ChainHead;
import nl.klimrek.journal.store.JournalStore;
import nl.klimrek.servicekit.jobs.ClockJob;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes a checkpoint after a number of new entries, and at intervals of every chain that has grown, whichever instance
 * appended to it. Instances share the interval's round; a chain that fails is passed over until the next one.
 */
public final class CheckpointJob implements ClockJob {

    private static final Logger LOG = LoggerFactory.getLogger(CheckpointJob.class);

    private final JournalStore journal;
    private final CheckpointPublisher checkpoints;
    private final CheckpointProperties properties;
    private final Consumer<ChainHead> headListener;
    private final Map<Organisation, Long> published = new ConcurrentHashMap<>();

    /** @param headListener receives each head at every interval */
    CheckpointJob(
            JournalStore journal,
            CheckpointPublisher checkpoints,
            CheckpointProperties properties,
            Consumer<ChainHead> headListener) {
        this.journal = journal;
        this.checkpoints = checkpoints;
        this.properties = properties;
        this.headListener = headListener;
    }

    @Override
    public String name() {
        return "publish-checkpoints";
    }

    @Override
    public Duration interval() {
        return properties.checkpointEvery();
    }

    @Override
    public List<String> ranges() {
        return List.of("heads");
    }

    @Override
    public List<String> page(String range, @Nullable String after, int limit) {
        return journal.organisations(after, limit).stream()
                .map(Organisation::value)
                .toList();
    }

    @Override
    public void process(String organisation) {
        ChainHead head = journal.head(new Organisation(organisation));
        headListener.accept(head);
        if (head.position() > lastPublished(head)) {
            publish(head);
        }
    }

    /** Publishes a checkpoint if the chain has grown enough. Appending does not wait for a broker or fail with it. */
    public void chainGrown(ChainHead head) {
        if (head.position() - lastPublished(head) >= properties.checkpointEntries()) {
            try {
                publish(head);
            } catch (RuntimeException e) {
                LOG.warn("The checkpoint of {} could not be published: {}", head.organisation(), e.toString());
            }
        }
    }

    private long lastPublished(ChainHead head) {
        return published.getOrDefault(head.organisation(), 0L);
    }

    private void publish(ChainHead head) {
        try {
            checkpoints
                    .publish(head.organisation())
                    .last()
                    .ifPresent(last -> published.merge(head.organisation(), last.position(), Math::max));
        } catch (KafkaException unavailable) {
            LOG.warn(
                    "The published checkpoints cannot be read; nothing is signed until then: {}",
                    unavailable.toString());
        }
    }
}
