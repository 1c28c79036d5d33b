package nl.klimrek.journal.checkpoint;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.journal.chain.ChainHead;
import nl.klimrek.journal.store.JournalStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** When a checkpoint is due: after so many entries, or after a while when there was any. */
public final class CheckpointSchedule {

    private static final Logger LOG = LoggerFactory.getLogger(CheckpointSchedule.class);

    private final JournalStore journal;
    private final CheckpointPublisher checkpoints;
    private final long entries;
    private final Consumer<ChainHead> saw;
    private final Map<Organisation, Long> published = new ConcurrentHashMap<>();

    /**
     * @param entries after how many entries a checkpoint is due at once
     * @param saw is told of every head when the while has passed
     */
    CheckpointSchedule(JournalStore journal, CheckpointPublisher checkpoints, long entries, Consumer<ChainHead> saw) {
        this.journal = journal;
        this.checkpoints = checkpoints;
        this.entries = entries;
        this.saw = saw;
    }

    /** A chain has grown. */
    public void moved(ChainHead head) {
        if (head.position() - published.getOrDefault(head.organisation(), 0L) >= entries) {
            publish(head);
        }
    }

    /** The while has passed. Looks at every chain, so that one that another instance left behind is not forgotten. */
    void due() {
        for (ChainHead head : journal.heads()) {
            saw.accept(head);
            if (head.position() > published.getOrDefault(head.organisation(), 0L)) {
                publish(head);
            }
        }
    }

    /** A checkpoint that fails now is due again later; the journal itself does not wait for it. */
    private void publish(ChainHead head) {
        try {
            checkpoints
                    .publish(head.organisation())
                    .last()
                    .ifPresent(last -> published.merge(head.organisation(), last.position(), Math::max));
        } catch (RuntimeException e) {
            LOG.warn("No checkpoint of {} could be published: {}", head.organisation(), e.toString());
        }
    }
}
