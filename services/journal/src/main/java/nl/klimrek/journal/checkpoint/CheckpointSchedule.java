package nl.klimrek.journal.checkpoint;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.journal.chain.ChainHead;
import nl.klimrek.journal.store.JournalStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Publishes a checkpoint after a number of new entries, and at intervals when there are any. */
public final class CheckpointSchedule {

    private static final Logger LOG = LoggerFactory.getLogger(CheckpointSchedule.class);

    private final JournalStore journal;
    private final CheckpointPublisher checkpoints;
    private final long entries;
    private final Consumer<ChainHead> headListener;
    private final Map<Organisation, Long> published = new ConcurrentHashMap<>();

    /**
     * @param entries number of new entries after which a checkpoint is published at once
     * @param headListener receives each head at every interval
     */
    CheckpointSchedule(
            JournalStore journal, CheckpointPublisher checkpoints, long entries, Consumer<ChainHead> headListener) {
        this.journal = journal;
        this.checkpoints = checkpoints;
        this.entries = entries;
        this.headListener = headListener;
    }

    /** Publishes a checkpoint if the chain has grown enough. */
    public void chainGrown(ChainHead head) {
        if (head.position() - published.getOrDefault(head.organisation(), 0L) >= entries) {
            publish(head);
        }
    }

    /** Publishes a checkpoint of every chain that has grown, also of one that another instance appended to. */
    void publishDue() {
        for (ChainHead head : journal.heads()) {
            headListener.accept(head);
            if (head.position() > published.getOrDefault(head.organisation(), 0L)) {
                publish(head);
            }
        }
    }

    /** A failed checkpoint is retried at the next interval. Appending does not wait for it. */
    private void publish(ChainHead head) {
        try {
            checkpoints
                    .publish(head.organisation())
                    .last()
                    .ifPresent(last -> published.merge(head.organisation(), last.position(), Math::max));
        } catch (RuntimeException e) {
            LOG.warn("The checkpoint of {} could not be published: {}", head.organisation(), e.toString());
        }
    }
}
