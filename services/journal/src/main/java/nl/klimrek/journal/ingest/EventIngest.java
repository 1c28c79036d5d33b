package nl.klimrek.journal.ingest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import nl.klimrek.contracts.journal.CheckpointPublished;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.cloudevent.ReceivedEvent;
import nl.klimrek.journal.chain.ChainHead;
import nl.klimrek.journal.chain.NewEntry;
import nl.klimrek.journal.checkpoint.ContinuityGuard;
import nl.klimrek.journal.store.JournalStore;

/**
 * Appends the events and tombstones of a poll to the journal. It returns when all of them are in the chain; until then the
 * broker delivers them again after a stop or a failure. A stream is on one partition, so its order is kept. Nothing is
 * appended to a restored chain until it is resumed.
 */
final class EventIngest {

    private final JournalStore journal;
    private final EntryFactory entries;
    private final ContinuityGuard continuity;
    private final Consumer<ChainHead> headListener;
    /** The tombstones of the current poll. The inbox delivers them before the poll's events, on the polling thread. */
    private final ThreadLocal<List<Key>> tombstones = ThreadLocal.withInitial(ArrayList::new);

    /** @param headListener receives each head after an append */
    EventIngest(
            JournalStore journal, EntryFactory entries, ContinuityGuard continuity, Consumer<ChainHead> headListener) {
        this.journal = journal;
        this.entries = entries;
        this.continuity = continuity;
        this.headListener = headListener;
    }

    /** Keeps a tombstone, which is appended after the events of its poll. */
    void addTombstone(Key key) {
        tombstones.get().add(key);
    }

    /** Appends the events of a poll, except checkpoints, which would each cause the next one. */
    void ingest(List<ReceivedEvent> events) {
        List<Key> erased = tombstones.get();
        tombstones.remove();
        Map<Organisation, List<NewEntry>> added = new LinkedHashMap<>();
        events.stream()
                .filter(event -> !(event.data().orElse(null) instanceof CheckpointPublished))
                .forEach(event -> listOf(added, event.meta().organisation()).add(entries.entryOf(event)));
        erased.forEach(key -> listOf(added, key.organisation()).add(entries.erasureOf(key)));
        added.keySet().forEach(continuity::requireComplete);
        added.forEach((organisation, list) -> headListener.accept(journal.append(organisation, list)));
    }

    private static List<NewEntry> listOf(Map<Organisation, List<NewEntry>> added, Organisation organisation) {
        return added.computeIfAbsent(organisation, none -> new ArrayList<>());
    }
}
