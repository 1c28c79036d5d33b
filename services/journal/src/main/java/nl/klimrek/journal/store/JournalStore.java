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
import nl.klimrek.journal.chain.Draft;
import nl.klimrek.journal.chain.Entry;
import nl.klimrek.journal.chain.Head;
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
 * <li>It then drops what is in the chain already, and finds how far each stream of the rest has come. Entries of versions
 *     up to <i>v</i> are all settled (those before by whoever moved the head on, those of <i>v</i> just now), so a look at
 *     the entries finds every one of them; if it finds later ones as well, 3 fails. Streams that {@link StreamTips} knows
 *     at <i>v</i> need no look.</li>
 * <li>It moves the head from <i>v</i> to <i>v</i>+1 in one conditional write, with the rest as {@code pending}. Whoever
 *     comes second finds another version and starts over at 1, where it learns of the first one's entries.</li>
 * <li>It settles its own. Only then does it return, and the broker is told that the events were taken.</li>
 * </ol>
 * A stop before 3 leaves nothing, and the events come again. A stop after 3 leaves the entries in the head; whoever
 * appends or reads next settles them; the events come again and 2 drops them. So nothing is lost and nothing doubled.
 *
 * <p>The price: one look-up, one write of the head and one batch write, whatever the number of events, and a second look-up
 * when there is a stream that this instance did not append to last: it reads all entries of those streams' subjects. Entries
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

    private final Heads heads;
    private final Entries entries;
    private final Streams streams;
    private final Clock clock;
    private final Consumer<Stage> reached;
    /** The newest heads this instance knows to be settled; forgetting costs a look or a repetition, nothing else. */
    private final Map<Organisation, Head> settled = new ConcurrentHashMap<>();

    /** The journal in this database. */
    public JournalStore(MongoDatabase database, Clock clock) {
        this(database, clock, stage -> {});
    }

    /** @param reached is told of each stage, so that a test can stop there */
    JournalStore(MongoDatabase database, Clock clock, Consumer<Stage> reached) {
        this.heads = new Heads(database);
        this.entries = new Entries(database);
        this.streams = new Streams(entries);
        this.clock = clock;
        this.reached = reached;
        new TimelinesBefore(database).replace(heads, entries);
    }

    /**
     * Puts those of these steps that are not in the chain yet at its end, in this order.
     *
     * @return the head afterwards
     * @throws ContentionException when others kept moving the head; try again
     * @throws ForkedChainException when the store was changed behind the journal's back
     */
    public Head append(Organisation organisation, List<Draft> drafts) {
        Head head = null;
        for (List<Draft> batch : Batches.of(drafts, MOST_ENTRIES, MOST_BYTES)) {
            head = appendBatch(organisation, batch);
        }
        return head == null ? head(organisation) : head;
    }

    /** The head as it is now; everything up to it can be read. */
    public Head head(Organisation organisation) {
        Head head = heads.peek(organisation);
        return isSettled(head) ? head : settle(heads.find(organisation));
    }

    /** The head of each organisation. */
    public List<Head> heads() {
        return heads.all();
    }

    /** Whether there is an entry at this place, be it readable or not. */
    public boolean exists(Organisation organisation, long position) {
        return !entries.at(organisation, LongStream.of(position)).isEmpty();
    }

    /** Whether a step is in the chain, by {@link Draft#identity()}. */
    public boolean contains(Organisation organisation, String identity) {
        head(organisation);
        return !entries.known(List.of(Names.entry(organisation, identity))).isEmpty();
    }

    /** Entries by their positions; a place that has none, or none that can be read, is left out. */
    public Map<Long, Entry> entries(Organisation organisation, LongStream positions) {
        Map<Long, Entry> found = new LinkedHashMap<>();
        entries.at(organisation, positions)
                .forEach((position, document) ->
                        EntryDocuments.read(document).ifPresent(entry -> found.put(position, entry)));
        return found;
    }

    /**
     * A part of a timeline.
     *
     * @param upTo the end of what is looked at
     * @param after the position to start behind; 0 for the beginning
     * @param most how many places are looked at; fewer only at the end
     */
    public TimelinePart timeline(Head upTo, TimelineKey key, long after, int most) {
        List<Document> found = entries.on(Names.timeline(upTo.organisation(), key), after, upTo.position(), most);
        return new TimelinePart(
                readable(found),
                found.size() < most
                        ? OptionalLong.empty()
                        : OptionalLong.of(EntryDocuments.position(found.get(most - 1))));
    }

    /** The newest entries of a timeline, newest first; one that can not be read is left out. */
    public List<Entry> newest(Head upTo, TimelineKey key, int most) {
        return readable(entries.newestOn(Names.timeline(upTo.organisation(), key), upTo.position(), most));
    }

    private static List<Entry> readable(List<Document> documents) {
        return documents.stream()
                .map(EntryDocuments::read)
                .flatMap(Optional::stream)
                .toList();
    }

    private Head appendBatch(Organisation organisation, List<Draft> drafts) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            Head head = attempt == 1 ? lastSettled(organisation) : head(organisation);
            reached.accept(Stage.SETTLED);
            Map<String, Draft> fresh = fresh(organisation, drafts);
            if (fresh.isEmpty()) {
                return head;
            }
            Head.Extension extension = extend(head, fresh.values());
            StoredHead next = stored(extension, fresh);
            reached.accept(Stage.SORTED_OUT);
            if (heads.move(next)) {
                streams.moved(extension);
                alarm(head, extension.head());
                reached.accept(Stage.HEAD_MOVED);
                return settle(next);
            }
            LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(LONGEST_PAUSE_NANOS));
        }
        throw new ContentionException(Key.of(organisation, "head"), ATTEMPTS);
    }

    /** Names the stream, which holds ids only. */
    private static void alarm(Head before, Head after) {
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
    private Map<String, Draft> fresh(Organisation organisation, List<Draft> drafts) {
        Map<String, Draft> byName = new LinkedHashMap<>();
        drafts.forEach(draft -> byName.putIfAbsent(Names.entry(organisation, draft.identity()), draft));
        entries.known(byName.keySet()).forEach(byName::remove);
        return byName;
    }

    private Head.Extension extend(Head head, Collection<Draft> drafts) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return head.extend(List.copyOf(drafts), streams.highest(head, drafts), now);
    }

    private static StoredHead stored(Head.Extension extension, Map<String, Draft> drafts) {
        List<Document> pending = new ArrayList<>(drafts.size());
        Iterator<Entry> entries = extension.entries().iterator();
        drafts.forEach((name, draft) ->
                pending.add(EntryDocuments.write(extension.head().organisation(), name, entries.next(), draft)));
        return new StoredHead(extension.head(), pending);
    }

    /** What was the head when this instance last looked. If it no longer is, moving it fails, and nothing has happened. */
    private Head lastSettled(Organisation organisation) {
        Head known = settled.get(organisation);
        return known == null ? head(organisation) : known;
    }

    private boolean isSettled(Head head) {
        Head known = settled.get(head.organisation());
        return head.version() == 0 || known != null && head.version() <= known.version();
    }

    private Head settle(StoredHead stored) {
        Head head = stored.head();
        if (!isSettled(head)) {
            entries.insert(stored.pending());
            settled.merge(head.organisation(), head, (one, other) -> one.version() > other.version() ? one : other);
            reached.accept(Stage.WRITTEN);
        }
        return head;
    }
}
