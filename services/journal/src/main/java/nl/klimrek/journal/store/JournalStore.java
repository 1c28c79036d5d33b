package nl.klimrek.journal.store;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.aggregate.ContentionException;
import nl.klimrek.journal.chain.ChainEntry;
import nl.klimrek.journal.chain.ChainHead;
import nl.klimrek.journal.chain.NewEntry;
import nl.klimrek.journal.chain.TimelineKey;
import nl.klimrek.journal.merkle.DamagedTreeException;
import nl.klimrek.journal.merkle.MerkleTree;
import nl.klimrek.journal.merkle.Tile;
import nl.klimrek.journal.merkle.TreeEdge;
import nl.klimrek.journal.store.entry.DocumentNames;
import nl.klimrek.journal.store.entry.EntryCodec;
import nl.klimrek.journal.store.entry.EntryRepository;
import nl.klimrek.journal.store.entry.ForkedChainException;
import nl.klimrek.journal.store.entry.TileRepository;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Appends to the chain of each organisation and reads it. Any number of instances may append at once.
 *
 * <p>Guarantee: an appended event is in the chain exactly once, however often it is appended and wherever an instance
 * stops. The argument:
 * <ol>
 * <li>A head document holds the end of the chain and, as {@code pending}, the entries of its last append. An append first
 *     <em>settles</em> the head it read (version <i>v</i>): it writes those entries to the collection that readers use.
 *     Writing them again changes nothing, so any number of instances may do it.</li>
 * <li>It then drops the events that are in the chain already, and finds the highest number of each remaining stream. All
 *     entries of versions up to <i>v</i> are settled, so a query finds every one of them. If it finds later ones as well, 3
 *     fails. A stream that {@link StreamHeadCache} knows at <i>v</i> needs no query.</li>
 * <li>It advances the head from <i>v</i> to <i>v</i>+1 in one conditional write, with the new entries as {@code pending}.
 *     The second of two appends finds another version and restarts at 1, with the entries of the first.</li>
 * <li>It settles its own head. Only then does it return, and the offset is committed.</li>
 * </ol>
 * A stop before 3 leaves nothing, and the events are delivered again. A stop after 3 leaves the entries in the head. The
 * next append or read settles them, and 2 drops the redelivered events. So nothing is lost and nothing doubled.
 *
 * <p>The tree over the entries' hashes grows in the same write: the head holds its right edge, and as pending the tiles that
 * the append has filled, which are settled like the entries. So the tree has each entry of the chain, in the chain's order.
 *
 * <p>An entry's document is named by its position, and a second collection names the position of each event. So each has a
 * unique key by which it can be sharded.
 *
 * <p>The price of an append, whatever the number of events: one query, one write of the head and two batch writes. A stream
 * to which this instance did not append last costs a second query, which reads all entries of its subject. Entries are
 * written twice, once as one block of bytes in the head. A timeline costs only its index entries.
 */
public final class JournalStore {

    /** A head document holds one append, and a document cannot exceed 16 MB. */
    private static final int MAX_BYTES = 4_000_000;

    private static final int MAX_ENTRIES = 1_000;

    private final ChainHeadRepository heads;
    private final EntryRepository entries;
    private final TileRepository tiles;
    private final SettledHeads settled;
    private final ChainAppender appender;

    /** Opens the journal in this database. */
    public JournalStore(MongoDatabase database, Clock clock) {
        this(database, clock, stage -> {});
    }

    /** @param stageListener receives each stage, so that a test can stop there */
    JournalStore(MongoDatabase database, Clock clock, Consumer<AppendStage> stageListener) {
        this.heads = new ChainHeadRepository(database);
        this.entries = new EntryRepository(database);
        this.tiles = new TileRepository(database);
        this.settled = new SettledHeads(heads, entries, tiles, stageListener);
        this.appender = new ChainAppender(heads, entries, settled, clock, stageListener);
    }

    /**
     * Appends the entries that are not in the chain yet, in this order.
     *
     * @return the head afterwards
     * @throws ContentionException when other instances kept advancing the head; a retry may succeed
     * @throws ForkedChainException when somebody changed the store
     */
    public ChainHead append(Organisation organisation, List<NewEntry> newEntries) {
        @Nullable ChainHead head = null;
        for (List<NewEntry> batch : AppendBatches.of(newEntries, MAX_ENTRIES, MAX_BYTES)) {
            head = appender.append(organisation, batch);
        }
        return head == null ? head(organisation) : head;
    }

    /**
     * Appends one entry directly after this head.
     *
     * @return the head afterwards; empty when the chain has another head by now, or holds the entry already
     * @throws ForkedChainException when an entry follows the head, because somebody moved the head back
     */
    public Optional<ChainHead> appendAfter(ChainHead head, NewEntry entry) {
        return appender.appendAfter(head, entry);
    }

    /** The current head. Everything up to it can be read. */
    public ChainHead head(Organisation organisation) {
        return settled.head(organisation);
    }

    /**
     * The organisations that have a chain, by name.
     *
     * @param after name after which it starts; null for the beginning
     */
    public List<Organisation> organisations(@Nullable String after, int limit) {
        return heads.findOrganisations(after, limit);
    }

    /** Whether there is an entry at this position, readable or not. */
    public boolean exists(Organisation organisation, long position) {
        return !entries.findAt(organisation, LongStream.of(position)).isEmpty();
    }

    /** Whether an event is in the chain, by {@link NewEntry#identity()}. */
    public boolean contains(Organisation organisation, String identity) {
        return !containing(organisation, List.of(identity)).isEmpty();
    }

    /** The identities among these of events that are in the chain. */
    public Set<String> containing(Organisation organisation, Collection<String> identities) {
        head(organisation);
        Map<String, String> byName = new HashMap<>();
        identities.forEach(identity -> byName.put(DocumentNames.event(organisation, identity), identity));
        return entries.findExisting(byName.keySet()).stream().map(byName::get).collect(Collectors.toSet());
    }

    /** The newest time of journalling of all chains, by their last entries; empty when there is none. */
    public Optional<Instant> newestEntryTime() {
        Optional<Instant> newest = Optional.empty();
        List<Organisation> page = organisations(null, MAX_ENTRIES);
        while (!page.isEmpty()) {
            Optional<Instant> ofPage = newestEntryTime(page);
            newest = Stream.of(newest, ofPage).flatMap(Optional::stream).max(Comparator.naturalOrder());
            page = organisations(page.get(page.size() - 1).value(), MAX_ENTRIES);
        }
        return newest;
    }

    private Optional<Instant> newestEntryTime(List<Organisation> organisations) {
        List<String> places = heads.findAll(organisations).stream()
                .map(head -> DocumentNames.place(head.organisation(), head.position()))
                .toList();
        return entries.findNamed(places).stream()
                .map(EntryCodec::read)
                .flatMap(Optional::stream)
                .map(ChainEntry::journalledAt)
                .max(Comparator.naturalOrder());
    }

    /** Entries by position; a position without a readable entry is absent. */
    public Map<Long, ChainEntry> entries(Organisation organisation, LongStream positions) {
        Map<Long, ChainEntry> found = new LinkedHashMap<>();
        entries.findAt(organisation, positions)
                .forEach((position, document) ->
                        EntryCodec.read(document).ifPresent(entry -> found.put(position, entry)));
        return found;
    }

    /**
     * Reads a slice of a timeline.
     *
     * @param upTo head up to which it reads
     * @param after position after which it starts; 0 for the beginning
     * @param limit number of entries to read; fewer only at the end
     */
    public TimelineSlice timeline(ChainHead upTo, TimelineKey key, long after, int limit) {
        List<Document> found =
                entries.findOnTimeline(DocumentNames.timeline(upTo.organisation(), key), after, upTo.position(), limit);
        return new TimelineSlice(
                readable(found),
                found.size() < limit
                        ? OptionalLong.empty()
                        : OptionalLong.of(EntryCodec.position(found.get(limit - 1))));
    }

    /**
     * The tree over the first entries of a chain.
     *
     * @param upTo head with a tree of at least that size
     * @param size number of entries
     */
    public MerkleTree tree(ChainHead upTo, long size) {
        return new MerkleTree(size, (level, index) -> tile(upTo, level, index));
    }

    /**
     * A tile of the tree at this head, with the hashes that it has so far.
     *
     * @throws DamagedTreeException when the tree should have it and has not
     */
    public Tile tile(ChainHead upTo, int level, long index) {
        TreeEdge edge = upTo.tree();
        return level < edge.levels() && edge.tile(level).index() == index
                ? edge.tile(level)
                : tiles.find(upTo.organisation(), level, index)
                        .orElseThrow(() ->
                                new DamagedTreeException("the tile " + index + " of level " + level + " is missing"));
    }

    /** The newest readable entries of a timeline, newest first. */
    public List<ChainEntry> newest(ChainHead upTo, TimelineKey key, int limit) {
        return readable(
                entries.findNewestOnTimeline(DocumentNames.timeline(upTo.organisation(), key), upTo.position(), limit));
    }

    private static List<ChainEntry> readable(List<Document> documents) {
        return documents.stream()
                .map(EntryCodec::read)
                .flatMap(Optional::stream)
                .toList();
    }
}
