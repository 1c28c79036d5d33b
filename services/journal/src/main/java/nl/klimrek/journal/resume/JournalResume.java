package nl.klimrek.journal.resume;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.journal.checkpoint.CheckpointSigningKey;
import nl.klimrek.journal.checkpoint.PublishedCheckpointReader;
import nl.klimrek.journal.store.JournalStore;
import nl.klimrek.journal.store.entry.ForkedChainException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Resumes restored chains. A signed entry names the last published checkpoint and the range of entries that was lost; the
 * events that the topics still hold are journalled again after it.
 *
 * <p>Only an operator who has the signing key can do this: somebody who can write to the store could otherwise cut a chain
 * and have the journal itself sign the rest. A repetition, a stop at any moment or two operators at once make one entry.
 */
public final class JournalResume {

    private static final Logger LOG = LoggerFactory.getLogger(JournalResume.class);

    private final JournalStore journal;
    private final LostEntriesFinder finder;
    private final CheckpointSigningKey key;
    private final Clock clock;

    /** @param broker connection settings of a Kafka client */
    public JournalResume(MongoDatabase database, Map<String, Object> broker, CheckpointSigningKey key, Clock clock) {
        this(new JournalStore(database, clock), new PublishedCheckpointReader(broker), key, clock);
    }

    JournalResume(JournalStore journal, PublishedCheckpointReader checkpoints, CheckpointSigningKey key, Clock clock) {
        this.journal = journal;
        this.finder = new LostEntriesFinder(journal, checkpoints, key);
        this.key = key;
        this.clock = clock;
    }

    /** The losses to resume after. It changes nothing. */
    public Collection<LostEntries> find() {
        return finder.findInAll().values();
    }

    /**
     * Resumes every chain that lacks published entries and returns the losses. A chain that contradicts itself is logged and
     * passed over.
     */
    public List<LostEntries> resume() {
        List<LostEntries> resumed = new ArrayList<>();
        Set<Organisation> passedOver = new HashSet<>();
        Map<Organisation, LostEntries> found = finder.findInAll();
        while (!passedOver.containsAll(found.keySet())) {
            for (LostEntries lost : found.values()) {
                try {
                    if (resume(lost)) {
                        resumed.add(lost);
                    }
                } catch (ForkedChainException contradiction) {
                    passedOver.add(lost.restored().organisation());
                    LOG.error(
                            "The chain of {} cannot be resumed", lost.restored().organisation(), contradiction);
                }
            }
            // A chain that grew meanwhile is compared again.
            found = finder.findInAll();
        }
        return resumed;
    }

    private boolean resume(LostEntries lost) {
        ResumeStatement statement = ResumeStatement.sign(lost, key);
        return journal.appendAfter(lost.restored(), statement.entry(clock.instant()))
                .isPresent();
    }
}
