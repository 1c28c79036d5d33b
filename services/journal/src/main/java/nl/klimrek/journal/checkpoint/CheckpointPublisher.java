package nl.klimrek.journal.checkpoint;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.journal.chain.ChainEntry;
import nl.klimrek.journal.chain.ChainHead;
import nl.klimrek.journal.merkle.DamagedTreeException;
import nl.klimrek.journal.note.NoteKey;
import nl.klimrek.journal.note.TreeCheckpoint;
import nl.klimrek.journal.store.JournalStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Signs and publishes checkpoints. A chain that no longer holds its last signed entry gets no new signature, because that
 * would hide the change. Nor does a restored chain that lacks published entries, until it is resumed.
 */
public final class CheckpointPublisher {

    private static final Logger LOG = LoggerFactory.getLogger(CheckpointPublisher.class);

    private final AggregateStore<CheckpointSeries> series;
    private final JournalStore journal;
    private final CheckpointSigningKey key;
    private final NoteSigner notes;
    private final ContinuityGuard continuity;
    private final Clock clock;
    private final AtomicLong refused = new AtomicLong();

    CheckpointPublisher(
            AggregateStore<CheckpointSeries> series,
            JournalStore journal,
            CheckpointSigningKey key,
            NoteSigner notes,
            ContinuityGuard continuity,
            Clock clock) {
        this.series = series;
        this.journal = journal;
        this.key = key;
        this.notes = notes;
        this.continuity = continuity;
        this.clock = clock;
    }

    /** Publishes a checkpoint of the current chain if it has grown since the last one. */
    public CheckpointSeries publish(Organisation organisation) {
        CheckpointSeries before = find(organisation);
        if (continuity.lost(organisation).isPresent()) {
            refused.incrementAndGet();
            return before;
        }
        // Read after the series, so the chain is at least as long as the series says.
        ChainHead head = journal.head(organisation);
        if (before.last().isPresent() && !contains(head, before.last().get())) {
            refused.incrementAndGet();
            LOG.error(
                    "The journal of {} no longer holds entry {} as it was signed; no checkpoint is published",
                    organisation,
                    before.last().get().position());
            return before;
        }
        if (head.position() == 0) {
            return before;
        }
        Checkpoint checkpoint = sign(head);
        Versioned<CheckpointSeries> after = series.handle(
                key(organisation),
                MessageContext.system("journal"),
                state -> state.orElse(CheckpointSeries.empty())
                        .withKey(notes.key(organisation).toString())
                        .publish(checkpoint));
        return after.state();
    }

    /** The head at which an export ends, and its checkpoint. */
    public record ExportEnd(ChainHead head, Checkpoint checkpoint) {}

    /**
     * The current end of the chain with an unpublished checkpoint. For a changed chain, or a restored one that is not resumed,
     * it is the last published checkpoint, so that the export shows the change.
     */
    public ExportEnd exportEnd(Organisation organisation) {
        Optional<Checkpoint> last = find(organisation).last();
        ChainHead head = journal.head(organisation);
        return new ExportEnd(
                head,
                last.filter(signed -> !contains(head, signed))
                        .or(() -> continuity.lost(organisation).map(this::checkpoint))
                        .orElseGet(() -> sign(head)));
    }

    private Checkpoint checkpoint(PublishedCheckpoint lost) {
        return new Checkpoint(
                lost.position(),
                lost.head(),
                CheckpointSignatures.ALGORITHM,
                lost.keyId(),
                lost.signature(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    private Checkpoint sign(ChainHead head) {
        return new Checkpoint(
                head.position(),
                head.hash().hex(),
                CheckpointSignatures.ALGORITHM,
                key.id(),
                key.sign(head.organisation(), head.position(), head.hash()),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                notes.sign(head).orElse(null));
    }

    /** The published checkpoints of an organisation. */
    public CheckpointSeries find(Organisation organisation) {
        return series.find(key(organisation)).map(Versioned::state).orElse(CheckpointSeries.empty());
    }

    /** Ids of the keys that signed the published checkpoints, with the current one. */
    public Set<String> keyIds(Organisation organisation) {
        Set<String> ids = new HashSet<>();
        find(organisation).newest().forEach(checkpoint -> ids.add(checkpoint.keyId()));
        ids.add(key.id());
        return ids;
    }

    /** X.509 encoding of the current public key, base64. */
    public String publicKey() {
        return key.publicKey();
    }

    /** A text as a note, signed by the current key under the name of the organisation's tree. */
    public String note(Organisation organisation, String text) {
        return notes.sign(organisation, text);
    }

    /** The keys that verify the notes of an organisation, with the current one. */
    public List<NoteKey> noteKeys(Organisation organisation) {
        return find(organisation).withKey(notes.key(organisation).toString()).keys().stream()
                .map(NoteKey::parse)
                .flatMap(Optional::stream)
                .toList();
    }

    /** Number of refused checkpoints since the start. */
    public long refused() {
        return refused.get();
    }

    private boolean contains(ChainHead head, Checkpoint signed) {
        if (signed.position() > head.position()) {
            return false;
        }
        Optional<ChainEntry> entry =
                Optional.ofNullable(journal.entries(head.organisation(), LongStream.of(signed.position()))
                        .get(signed.position()));
        boolean last = signed.position() < head.position() || head.hash().hex().equals(signed.head());
        return last
                && signed.tree().map(tree -> isInTree(head, tree)).orElse(true)
                && entry.filter(found -> found.hash().hex().equals(signed.head()))
                        .isPresent();
    }

    /** Whether the tree of this head continues the signed one. */
    private boolean isInTree(ChainHead head, TreeCheckpoint signed) {
        try {
            return signed.size() <= head.tree().size()
                    && journal.tree(head, signed.size()).root().equals(signed.root());
        } catch (DamagedTreeException damaged) {
            return false;
        }
    }

    private static Key key(Organisation organisation) {
        return Key.of(organisation, "journal");
    }
}
