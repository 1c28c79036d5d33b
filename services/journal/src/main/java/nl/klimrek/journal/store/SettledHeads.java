package nl.klimrek.journal.store;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.journal.chain.ChainHead;
import nl.klimrek.journal.store.entry.EntryRepository;
import nl.klimrek.journal.store.entry.TileRepository;

/** The heads whose entries and tiles are stored where readers find them. */
final class SettledHeads {

    private final ChainHeadRepository heads;
    private final EntryRepository entries;
    private final TileRepository tiles;
    private final Consumer<AppendStage> stageListener;
    /** The newest heads that this instance knows to be settled. A lost one costs a query or a repeated write. */
    private final Map<Organisation, ChainHead> settled = new ConcurrentHashMap<>();

    SettledHeads(
            ChainHeadRepository heads,
            EntryRepository entries,
            TileRepository tiles,
            Consumer<AppendStage> stageListener) {
        this.heads = heads;
        this.entries = entries;
        this.tiles = tiles;
        this.stageListener = stageListener;
    }

    /** The current head, settled. */
    ChainHead head(Organisation organisation) {
        ChainHead head = heads.findWithoutPending(organisation);
        return isSettled(head) ? head : settle(heads.find(organisation));
    }

    /** The head that this instance knows. If it is outdated, the conditional write fails without effect. */
    ChainHead lastKnown(Organisation organisation) {
        ChainHead known = settled.get(organisation);
        return known == null ? head(organisation) : known;
    }

    private boolean isSettled(ChainHead head) {
        ChainHead known = settled.get(head.organisation());
        return head.version() == 0 || known != null && head.version() <= known.version();
    }

    /** Stores the pending entries and tiles of a head where readers find them. */
    ChainHead settle(StoredChainHead stored) {
        ChainHead head = stored.head();
        if (!isSettled(head)) {
            entries.insert(head.organisation(), stored.pending());
            stageListener.accept(AppendStage.ENTRIES_WRITTEN);
            tiles.insert(head.organisation(), stored.tiles());
            settled.merge(head.organisation(), head, (one, other) -> one.version() > other.version() ? one : other);
            stageListener.accept(AppendStage.WRITTEN);
        }
        return head;
    }
}
