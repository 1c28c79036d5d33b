package nl.klimrek.journal.timeline;

import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.journal.chain.ChainEntry;
import nl.klimrek.journal.chain.ChainHead;
import nl.klimrek.journal.chain.EntryEncoding;
import nl.klimrek.journal.chain.Hash;
import nl.klimrek.journal.checkpoint.Checkpoint;
import nl.klimrek.journal.checkpoint.CheckpointPublisher;
import nl.klimrek.journal.checkpoint.CheckpointSeries;
import nl.klimrek.journal.merkle.DamagedTreeException;
import nl.klimrek.journal.merkle.NodeHash;
import nl.klimrek.journal.merkle.ProofVerifier;
import nl.klimrek.journal.note.ConsistencyProof;
import nl.klimrek.journal.note.TlogProof;
import nl.klimrek.journal.note.TreeCheckpoint;
import nl.klimrek.journal.note.TrustPolicy;
import nl.klimrek.journal.proof.StepStatement;
import nl.klimrek.journal.store.JournalStore;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Makes proofs against the newest published checkpoint. A step that is newer than it gets a new checkpoint first. A proof that does
 * not hold is never given: each is verified before.
 */
@Component
final class StepProofs {

    private static final Logger LOG = LoggerFactory.getLogger(StepProofs.class);

    private final JournalStore journal;
    private final CheckpointPublisher checkpoints;

    StepProofs(JournalStore journal, CheckpointPublisher checkpoints) {
        this.journal = journal;
        this.checkpoints = checkpoints;
    }

    /** A checkpoint with what its note says of the tree. */
    private record SignedTree(String note, TreeCheckpoint tree) {}

    /** The proof of a step; empty while no checkpoint can have it. */
    Optional<TlogProof> step(Organisation organisation, ChainEntry entry) {
        Optional<Hash> previous = previous(organisation, entry.position());
        Optional<SignedTree> signed = signed(organisation, entry.position());
        if (signed.isEmpty() || previous.isEmpty()) {
            return Optional.empty();
        }
        TreeCheckpoint tree = signed.get().tree();
        long index = entry.position() - 1;
        try {
            ChainHead head = journal.head(organisation);
            List<NodeHash> hashes = journal.tree(head, tree.size()).inclusionProof(index);
            if (!entry.follows(previous.get())
                    || !ProofVerifier.included(entry.leaf(), index, tree.size(), hashes, tree.root())) {
                throw new DamagedTreeException("the signed tree does not have entry " + entry.position());
            }
            byte[] statement = new StepStatement(organisation, previous.get(), entry).bytes();
            return Optional.of(
                    TlogProof.of(statement, index, hashes, signed.get().note()));
        } catch (DamagedTreeException damaged) {
            return withoutProof(organisation, damaged);
        }
    }

    /**
     * The proof that the newest published checkpoint continues an earlier one; empty while there is no checkpoint of that size.
     *
     * @param earlier number of entries of the earlier one
     */
    Optional<ConsistencyProof> consistency(Organisation organisation, long earlier) {
        Optional<SignedTree> signed = signed(organisation, earlier);
        if (signed.isEmpty()) {
            return Optional.empty();
        }
        TreeCheckpoint tree = signed.get().tree();
        try {
            ChainHead head = journal.head(organisation);
            List<NodeHash> hashes = journal.tree(head, tree.size()).consistencyProof(earlier);
            NodeHash root = journal.tree(head, earlier).root();
            if (!ProofVerifier.consistent(earlier, tree.size(), hashes, root, tree.root())) {
                throw new DamagedTreeException("the tree does not continue itself from entry " + earlier);
            }
            return Optional.of(
                    new ConsistencyProof(earlier, hashes, signed.get().note()));
        } catch (DamagedTreeException damaged) {
            return withoutProof(organisation, damaged);
        }
    }

    /** Whether the journal has this many entries. */
    boolean has(Organisation organisation, long entries) {
        return journal.head(organisation).position() >= entries;
    }

    /** The keys that verify the proofs of an organisation. */
    TrustPolicy policy(Organisation organisation) {
        return new TrustPolicy(checkpoints.noteKeys(organisation));
    }

    private Optional<SignedTree> signed(Organisation organisation, long position) {
        Optional<SignedTree> newest = newest(checkpoints.find(organisation), position);
        if (newest.isPresent() || journal.head(organisation).position() < position) {
            return newest;
        }
        try {
            return newest(checkpoints.publish(organisation), position);
        } catch (KafkaException unavailable) {
            return withoutProof(organisation, unavailable);
        }
    }

    private static Optional<SignedTree> newest(CheckpointSeries series, long position) {
        return series.last()
                .flatMap(StepProofs::tree)
                .filter(signed -> signed.tree().size() >= position);
    }

    private static Optional<SignedTree> tree(Checkpoint checkpoint) {
        return Optional.ofNullable(checkpoint.note())
                .flatMap(note -> checkpoint.tree().map(tree -> new SignedTree(note, tree)));
    }

    private Optional<Hash> previous(Organisation organisation, long position) {
        return position == 1
                ? Optional.of(EntryEncoding.genesis(organisation))
                : Optional.ofNullable(journal.entries(organisation, LongStream.of(position - 1))
                                .get(position - 1))
                        .map(ChainEntry::hash);
    }

    private static <T> Optional<T> withoutProof(Organisation organisation, RuntimeException cause) {
        LOG.error("No proof can be made from the journal of {}: {}", organisation, cause.toString());
        return Optional.empty();
    }
}
