package nl.klimrek.journal.store;

import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.schema.StoreMigration;
import nl.klimrek.journal.chain.ChainEntry;
import nl.klimrek.journal.chain.ChainHead;
import nl.klimrek.journal.merkle.NodeHash;
import nl.klimrek.journal.merkle.TreeEdge;
import nl.klimrek.journal.store.entry.EntryCodec;
import nl.klimrek.journal.store.entry.EntryRepository;
import nl.klimrek.journal.store.entry.TileRepository;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Adds the entries of a former version to the tree of their chain, page by page, while the journal runs.
 *
 * <p>A page writes its full tiles before the head names the new edge, so a stop, a repetition or several migrations at once do
 * no harm. Appends leave a tree that lacks entries as it is. The last page advances the head's version, so that an append which
 * has read the head before it is decided again. A chain with an unreadable entry keeps the tree up to there.
 */
public final class TreeMigration implements StoreMigration {

    private static final Logger LOG = LoggerFactory.getLogger(TreeMigration.class);
    private static final int PAGE_SIZE = 2_000;
    private static final int ORGANISATIONS = 500;

    private final ChainHeadRepository heads;
    private final EntryRepository entries;
    private final TileRepository tiles;
    private final SettledHeads settled;
    private final Set<Organisation> damaged = new HashSet<>();

    public TreeMigration(MongoDatabase database) {
        heads = new ChainHeadRepository(database);
        entries = new EntryRepository(database);
        tiles = new TileRepository(database);
        settled = new SettledHeads(heads, entries, tiles, stage -> {});
    }

    @Override
    public String name() {
        return "entries in the tree";
    }

    @Override
    public long remaining() {
        return incomplete().stream()
                .mapToLong(head -> Math.abs(head.position() - head.tree().size()))
                .sum();
    }

    @Override
    public boolean nextPage() {
        Optional<ChainHead> next = incomplete().stream()
                .filter(head -> !damaged.contains(head.organisation()))
                .findFirst();
        next.ifPresent(head -> addPage(heads.find(head.organisation())));
        return next.isPresent();
    }

    private List<ChainHead> incomplete() {
        List<ChainHead> incomplete = new ArrayList<>();
        @Nullable String after = null;
        List<Organisation> page;
        do {
            page = heads.findOrganisations(after, ORGANISATIONS);
            heads.findAll(page).stream().filter(head -> !head.hasTree()).forEach(incomplete::add);
            after = page.isEmpty() ? null : page.get(page.size() - 1).value();
        } while (page.size() == ORGANISATIONS);
        return incomplete;
    }

    private void addPage(StoredChainHead stored) {
        ChainHead head = stored.head();
        if (head.hasTree()) {
            return;
        }
        long from = head.tree().size();
        if (from > head.position()) {
            LOG.error("The tree of {} has more entries than its chain; somebody changed the head", head.organisation());
            damaged.add(head.organisation());
            return;
        }
        settled.settle(stored);
        long to = Math.min(head.position(), from + PAGE_SIZE);
        List<NodeHash> leaves = leaves(head.organisation(), from, to);
        if (leaves.size() < to - from) {
            LOG.error(
                    "Entry {} of {} cannot be read, so the tree ends before it",
                    from + leaves.size() + 1,
                    head.organisation());
            damaged.add(head.organisation());
            return;
        }
        TreeEdge.Growth growth = head.tree().append(leaves);
        tiles.insert(head.organisation(), growth.completed());
        if (to < head.position()) {
            heads.growTree(head.organisation(), head.tree(), growth.edge());
        } else {
            heads.advance(new StoredChainHead(head.withTree(growth.edge()), stored.pending(), List.of()));
        }
    }

    /** The leaves of the entries after one position and up to another; fewer when one cannot be read. */
    private List<NodeHash> leaves(Organisation organisation, long after, long last) {
        Map<Long, Document> found = entries.findAt(organisation, LongStream.rangeClosed(after + 1, last));
        List<NodeHash> leaves = new ArrayList<>();
        for (long position = after + 1; position <= last; position++) {
            Optional<ChainEntry> entry =
                    Optional.ofNullable(found.get(position)).flatMap(EntryCodec::read);
            if (entry.isEmpty()) {
                return leaves;
            }
            leaves.add(entry.get().leaf());
        }
        return leaves;
    }
}
