package nl.klimrek.journal.ingest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import nl.klimrek.contracts.journal.CheckpointPublished;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.inbox.ReceivedEvent;
import nl.klimrek.journal.chain.ChainHead;
import nl.klimrek.journal.chain.NewEntry;
import nl.klimrek.journal.store.JournalStore;

/**
 * Takes what a poll brought into the journal. Returns only when all of it is in the chain; until then the broker keeps
 * it, and brings it again after a stop or a failure. A stream is on one partition, so its order here is its order there.
 */
final class EventIngest {

    private final JournalStore journal;
    private final EntryFactory drafts;
    private final Consumer<ChainHead> moved;
    /** The inbox reports a poll's tombstones one by one, and then its events, on the thread that polled. */
    private final ThreadLocal<List<Key>> erased = ThreadLocal.withInitial(ArrayList::new);

    /** @param moved is told of a head that this intake has moved */
    EventIngest(JournalStore journal, EntryFactory drafts, Consumer<ChainHead> moved) {
        this.journal = journal;
        this.drafts = drafts;
        this.moved = moved;
    }

    /** A tombstone; it is journalled with the events of its poll, behind them. */
    void erased(Key key) {
        erased.get().add(key);
    }

    /** Everything else the poll brought, in order; but not our own checkpoints, or each would make the next one necessary. */
    void take(List<ReceivedEvent> events) {
        List<Key> emptied = erased.get();
        erased.remove();
        Map<Organisation, List<NewEntry>> arrived = new LinkedHashMap<>();
        events.stream()
                .filter(event -> !(event.data().orElse(null) instanceof CheckpointPublished))
                .forEach(event -> of(arrived, event.meta().organisation()).add(drafts.of(event)));
        emptied.forEach(key -> of(arrived, key.organisation()).add(drafts.erased(key)));
        arrived.forEach((organisation, list) -> moved.accept(journal.append(organisation, list)));
    }

    private static List<NewEntry> of(Map<Organisation, List<NewEntry>> arrived, Organisation organisation) {
        return arrived.computeIfAbsent(organisation, none -> new ArrayList<>());
    }
}
