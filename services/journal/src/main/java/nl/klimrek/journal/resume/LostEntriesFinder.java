package nl.klimrek.journal.resume;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.journal.chain.ChainEntry;
import nl.klimrek.journal.chain.ChainHead;
import nl.klimrek.journal.chain.Hash;
import nl.klimrek.journal.checkpoint.CheckpointSignatures;
import nl.klimrek.journal.checkpoint.CheckpointSigningKey;
import nl.klimrek.journal.checkpoint.PublishedCheckpoint;
import nl.klimrek.journal.checkpoint.PublishedCheckpointReader;
import nl.klimrek.journal.store.JournalStore;
import nl.klimrek.journal.store.entry.ForkedChainException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds published entries that a chain lacks and was not resumed after. Of each organisation at most some hundreds of
 * checkpoints are in memory. A chain that contradicts itself is logged and left out, so that it holds up no other; its own
 * next append fails.
 */
final class LostEntriesFinder {

    private static final Logger LOG = LoggerFactory.getLogger(LostEntriesFinder.class);
    private static final int PAGE_SIZE = 500;
    /** Above any difference between the clocks of instances. */
    private static final Duration CLOCK_DIFFERENCE = Duration.ofHours(1);

    private final JournalStore journal;
    private final PublishedCheckpointReader checkpoints;
    private final CheckpointSigningKey key;

    LostEntriesFinder(JournalStore journal, PublishedCheckpointReader checkpoints, CheckpointSigningKey key) {
        this.journal = journal;
        this.checkpoints = checkpoints;
        this.key = key;
    }

    /** Compares all chains with all published checkpoints. */
    Map<Organisation, LostEntries> findInAll() {
        return find(Optional.empty());
    }

    /**
     * Compares all chains with the checkpoints that a restore can have lost: those published after the newest entry in the
     * store. An empty store is compared with all of them.
     */
    Map<Organisation, LostEntries> findInNewest() {
        return find(journal.newestEntryTime().map(time -> time.minus(CLOCK_DIFFERENCE)));
    }

    private Map<Organisation, LostEntries> find(Optional<Instant> since) {
        Map<String, History> histories = new TreeMap<>();
        checkpoints.read(
                since,
                (organisation, checkpoint) -> histories
                        .computeIfAbsent(organisation, name -> new History(new Organisation(name)))
                        .add(checkpoint));
        return histories.values().stream()
                .flatMap(history -> history.lost().stream())
                .collect(Collectors.toMap(lost -> lost.restored().organisation(), lost -> lost));
    }

    /** Whether the chain was resumed after this loss. */
    boolean isResumed(LostEntries lost) {
        return journal.contains(
                lost.restored().organisation(),
                ResumeStatement.identity(lost.last().head()));
    }

    /** The published checkpoints of one organisation, in their order. */
    private final class History {

        private final Organisation organisation;
        private final List<PublishedCheckpoint> page = new ArrayList<>();
        private Optional<PublishedCheckpoint> lastLost = Optional.empty();
        private long lowestLost = Long.MAX_VALUE;
        private long lostTo;
        /** Position of the last checkpoint that the chain holds, before the first that it lacks. */
        private long lastHeld;

        private boolean broken;

        private History(Organisation organisation) {
            this.organisation = organisation;
        }

        void add(PublishedCheckpoint checkpoint) {
            page.add(checkpoint);
            if (page.size() == PAGE_SIZE) {
                comparePage();
            }
        }

        Optional<LostEntries> lost() {
            comparePage();
            return broken || lastLost.isEmpty() || isHeadMovedBack() ? Optional.empty() : found();
        }

        /** Whether an entry follows the head. A restored chain has none; a running journal may have just appended it. */
        private boolean isHeadMovedBack() {
            ChainHead head = journal.head(organisation);
            boolean movedBack = journal.exists(organisation, head.position() + 1)
                    && journal.head(organisation).version() == head.version();
            if (movedBack) {
                LOG.error("The head of {} was moved back to entry {}", organisation, head.position());
            }
            return movedBack;
        }

        private Optional<LostEntries> found() {
            return lastLost.map(last -> {
                ChainHead head = journal.head(organisation);
                // A chain that was appended to after its restore has other entries at positions that were published.
                long lostFrom = head.position() < lowestLost ? head.position() + 1 : Math.min(lowestLost, lastHeld + 1);
                return new LostEntries(head, lostFrom, lostTo, last);
            });
        }

        private void comparePage() {
            try {
                if (!broken) {
                    compare();
                }
            } catch (ForkedChainException contradiction) {
                broken = true;
                LOG.error("The chain of {} contradicts itself and cannot be compared", organisation, contradiction);
            }
            page.clear();
        }

        private void compare() {
            Set<PublishedCheckpoint> missing = missing();
            Set<String> resumed = journal.containing(
                    organisation,
                    missing.stream()
                            .map(checkpoint -> ResumeStatement.identity(checkpoint.head()))
                            .toList());
            for (PublishedCheckpoint checkpoint : page) {
                if (resumed.contains(ResumeStatement.identity(checkpoint.head()))) {
                    lastLost = Optional.empty();
                    lowestLost = Long.MAX_VALUE;
                    lostTo = 0;
                } else if (missing.contains(checkpoint)) {
                    lastLost = Optional.of(checkpoint);
                    lowestLost = Math.min(lowestLost, checkpoint.position());
                    lostTo = Math.max(lostTo, checkpoint.position());
                } else if (lastLost.isEmpty()) {
                    lastHeld = checkpoint.position();
                }
            }
        }

        /** The checkpoints of the page that the chain does not hold. A forged one of our own key does not count. */
        private Set<PublishedCheckpoint> missing() {
            // Read after the checkpoints, so a complete chain is at least as long as they say.
            ChainHead head = journal.head(organisation);
            Map<Long, ChainEntry> entries = journal.entries(
                    organisation,
                    page.stream()
                            .mapToLong(PublishedCheckpoint::position)
                            .filter(position -> position <= head.position())
                            .distinct());
            return page.stream()
                    .filter(checkpoint -> !isIn(checkpoint, entries))
                    .filter(this::isSigned)
                    .collect(Collectors.toSet());
        }

        private static boolean isIn(PublishedCheckpoint checkpoint, Map<Long, ChainEntry> entries) {
            ChainEntry entry = entries.get(checkpoint.position());
            return entry != null && entry.hash().hex().equals(checkpoint.head());
        }

        private boolean isSigned(PublishedCheckpoint checkpoint) {
            return !checkpoint.keyId().equals(key.id())
                    || CheckpointSignatures.valid(
                            key.publicKey(),
                            CheckpointSignatures.signed(
                                    organisation, checkpoint.position(), new Hash(checkpoint.head())),
                            checkpoint.signature());
        }
    }
}
