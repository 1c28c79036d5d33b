package nl.klimrek.journal.store;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import nl.klimrek.eventing.ContentionException;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.journal.chain.ChainEntry;
import nl.klimrek.journal.chain.ChainHead;
import nl.klimrek.journal.chain.NewEntry;
import nl.klimrek.journal.chain.TimelineKey;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The journal of every organisation. Any number of instances may append at once.
 *
 * <p>Guarantee: an event that is appended is in the chain once, whoever appends it, however often, and wherever an
 * instance stops. The argument:
 * <ol>
 * <li>A head document holds the end of the chain and, as {@code pending}, the entries of its last append. An append
 *     first <em>settles</em> the head it read (version <i>v</i>): it writes those entries to where they are read from.
 *     Writing them again changes nothing, so it does not matter who does it, or how many do.</li>
 * <li>It then drops what is in the chain already, and finds how far each stream of the rest has come. EntryRepository of versions
 *     up to <i>v</i> are all settled (those before by whoever moved the head on, those of <i>v</i> just now), so a look at
 *     the entries finds every one of them; if it finds later ones as well, 3 fails. StreamSequences that {@link StreamHeadCache} knows
 *     at <i>v</i> need no look.</li>
 * <li>It moves the head from <i>v</i> to <i>v</i>+1 in one conditional write, with the rest as {@code pending}. Whoever
 *     comes second finds another version and starts over at 1, where it learns of the first one's entries.</li>
 * <li>It settles its own. Only then does it return, and the broker is told that the events were taken.</li>
 * </ol>
 * A stop before 3 leaves nothing, and the events come again. A stop after 3 leaves the entries in the head; whoever
 * appends or reads next settles them; the events come again and 2 drops them. So nothing is lost and nothing doubled.
 *
 * <p>The price: one look-up, one write of the head and one batch write, whatever the number of events, and a second look-up
 * when there is a stream that this instance did not append to last: it reads all entries of those streams' subjects. EntryRepository
 * are written twice, once into the head, as one block of bytes. Timelines cost nothing of their own but places in an index
 * over the entries. Only an append that another instance came before reads the head.
 */
public final class JournalStore {

    private static final Logger LOG = LoggerFactory.getLogger(JournalStore.class);
    /** A head document holds one append, and a document can not be larger than 16 MB. */
    private static final int MOST_BYTES = 4_000_000;

    private static final int MOST_ENTRIES = 1_000;
    private static final int ATTEMPTS = 100;
    private static final long LONGEST_PAUSE_NANOS = 5_000_000;

    private final ChainHeadRepository heads;
    private final EntryRepository entries;
    private final StreamSequences streams;
    private final Clock clock;
    private final Consumer<AppendStage> reached;
    /** The newest heads this instance knows to be settled; forgetting costs a look or a repetition, nothing else. */
    private final Map<Organisation, ChainHead> settled = new ConcurrentHashMap<>();

    /** The journal in this database. */
    public JournalStore(MongoDatabase database, Clock clock) {
        this(database, clock, stage -> {});
    }

    /** @param reached is told of each stage, so that a test can stop there */
    JournalStore(MongoDatabase database, Clock clock, Consumer<AppendStage> reached) {
        this.heads = new ChainHeadRepository(database);
        this.entries = new EntryRepository(database);
        this.streams = new StreamSequences(entries);
        this.clock = clock;
        this.reached = reached;
        new TimelineNameMigration(database).replace(heads, entries);
    }

    /**
     * Puts those of these steps that are not in the chain yet at its end, in this order.
     *
     * @return the head afterwards
     * @throws ContentionException when others kept moving the head; try again
     * @throws ForkedChainException when the store was changed behind the journal's back
     */
    public ChainHead append(Organisation organisation, List<NewEntry> drafts) {
        ChainHead head = null;
        for (List<NewEntry> batch : AppendBatches.of(drafts, MOST_ENTRIES, MOST_BYTES)) {
            head = appendBatch(organisation, batch);
        }
        return head == null ? head(organisation) : head;
    }

    /** The head as it is now; everything up to it can be read. */
    public ChainHead head(Organisation organisation) {
        ChainHead head = heads.peek(organisation);
        return isSettled(head) ? head : settle(heads.find(organisation));
    }

    /** The head of each organisation. */
    public List<ChainHead> heads() {
        return heads.all();
    }

    /** Whether there is an entry at this place, be it readable or not. */
    public boolean exists(Organisation organisation, long position) {
        return !entries.at(organisation, LongStream.of(position)).isEmpty();
    }

    /** Whether a step is in the chain, by {@link NewEntry#identity()}. */
    public boolean contains(Organisation organisation, String identity) {
        head(organisation);
        return !entries.known(List.of(DocumentNames.entry(organisation, identity)))
                .isEmpty();
    }

    /** EntryRepository by their positions; a place that has none, or none that can be read, is left out. */
    public Map<Long, ChainEntry> entries(Organisation organisation, LongStream positions) {
        Map<Long, ChainEntry> found = new LinkedHashMap<>();
        entries.at(organisation, positions)
                .forEach((position, document) ->
                        EntryCodec.read(document).ifPresent(entry -> found.put(position, entry)));
        return found;
    }

    /**
     * A part of a timeline.
     *
     * @param upTo the end of what is looked at
     * @param after the position to start behind; 0 for the beginning
     * @param most how many places are looked at; fewer only at the end
     */
    public TimelineSlice timeline(ChainHead upTo, TimelineKey key, long after, int most) {
        List<Document> found =
                entries.on(DocumentNames.timeline(upTo.organisation(), key), after, upTo.position(), most);
        return new TimelineSlice(
                readable(found),
                found.size() < most ? OptionalLong.empty() : OptionalLong.of(EntryCodec.position(found.get(most - 1))));
    }

    /** The newest entries of a timeline, newest first; one that can not be read is left out. */
    public List<ChainEntry> newest(ChainHead upTo, TimelineKey key, int most) {
        return readable(entries.newestOn(DocumentNames.timeline(upTo.organisation(), key), upTo.position(), most));
    }

    private static List<ChainEntry> readable(List<Document> documents) {
        return documents.stream()
                .map(EntryCodec::read)
                .flatMap(Optional::stream)
                .toList();
    }

    private ChainHead appendBatch(Organisation organisation, List<NewEntry> drafts) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            ChainHead head = attempt == 1 ? lastSettled(organisation) : head(organisation);
            reached.accept(AppendStage.SETTLED);
            Map<String, NewEntry> fresh = fresh(organisation, drafts);
            if (fresh.isEmpty()) {
                return head;
            }
            ChainHead.Extension extension = extend(head, fresh.values());
            StoredChainHead next = stored(extension, fresh);
            reached.accept(AppendStage.SORTED_OUT);
            if (heads.move(next)) {
                streams.moved(extension);
                alarm(head, extension.head());
                reached.accept(AppendStage.HEAD_MOVED);
                return settle(next);
            }
            LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(LONGEST_PAUSE_NANOS));
        }
        throw new ContentionException(Key.of(organisation, "head"), ATTEMPTS);
    }

    /** DocumentNames the stream, which holds ids only. */
    private static void alarm(ChainHead before, ChainHead after) {
        after.gaps().conflicts().stream()
                .skip(before.gaps().conflicts().size())
                .forEach(conflict -> LOG.error(
                        "Two different events have the number {} in {} of {}; the later one is {}",
                        conflict.sequence(),
                        conflict.stream(),
                        after.organisation(),
                        conflict.event()));
    }

    /** Those that are not in the chain, by the names their entries will have. */
    private Map<String, NewEntry> fresh(Organisation organisation, List<NewEntry> drafts) {
        Map<String, NewEntry> byName = new LinkedHashMap<>();
        drafts.forEach(draft -> byName.putIfAbsent(DocumentNames.entry(organisation, draft.identity()), draft));
        entries.known(byName.keySet()).forEach(byName::remove);
        return byName;
    }

    private ChainHead.Extension extend(ChainHead head, Collection<NewEntry> drafts) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return head.extend(List.copyOf(drafts), streams.highest(head, drafts), now);
    }

    private static StoredChainHead stored(ChainHead.Extension extension, Map<String, NewEntry> drafts) {
        List<Document> pending = new ArrayList<>(drafts.size());
        Iterator<ChainEntry> entries = extension.entries().iterator();
        drafts.forEach((name, draft) ->
                pending.add(EntryCodec.write(extension.head().organisation(), name, entries.next(), draft)));
        return new StoredChainHead(extension.head(), pending);
    }

    /** What was the head when this instance last looked. If it no longer is, moving it fails, and nothing has happened. */
    private ChainHead lastSettled(Organisation organisation) {
        ChainHead known = settled.get(organisation);
        return known == null ? head(organisation) : known;
    }

    private boolean isSettled(ChainHead head) {
        ChainHead known = settled.get(head.organisation());
        return head.version() == 0 || known != null && head.version() <= known.version();
    }

    private ChainHead settle(StoredChainHead stored) {
        ChainHead head = stored.head();
        if (!isSettled(head)) {
            entries.insert(stored.pending());
            settled.merge(head.organisation(), head, (one, other) -> one.version() > other.version() ? one : other);
            reached.accept(AppendStage.WRITTEN);
        }
        return head;
    }
}
