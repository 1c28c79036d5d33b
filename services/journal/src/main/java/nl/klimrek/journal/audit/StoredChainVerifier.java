package nl.klimrek.journal.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.journal.chain.ChainEntry;
import nl.klimrek.journal.chain.ChainFault;
import nl.klimrek.journal.chain.ChainFault.Reason;
import nl.klimrek.journal.chain.ChainHead;
import nl.klimrek.journal.chain.ChainVerifier;
import nl.klimrek.journal.chain.Hash;
import nl.klimrek.journal.checkpoint.Checkpoint;
import nl.klimrek.journal.checkpoint.CheckpointPublisher;
import nl.klimrek.journal.note.NoteKey;
import nl.klimrek.journal.resume.ResumeStatement;
import nl.klimrek.journal.store.JournalStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Verifies a stored chain from its first entry to its head, and compares it with the newest checkpoints. Some hundreds of
 * entries are in memory at a time; the duration grows with the chain.
 */
@Component
final class StoredChainVerifier {

    private static final int BATCH_SIZE = 500;

    private final JournalStore journal;
    private final CheckpointPublisher checkpoints;

    StoredChainVerifier(JournalStore journal, CheckpointPublisher checkpoints) {
        this.journal = journal;
        this.checkpoints = checkpoints;
    }

    /** What is known of a chain while it is verified. */
    private record StoredChain(
            Organisation organisation,
            Set<String> keyIds,
            ChainVerifier verifier,
            StoredTreeVerifier tree,
            List<VerificationView.ResumptionView> resumptions) {}

    /** Verifies the chain of an organisation. */
    VerificationView verify(Organisation organisation) {
        List<Checkpoint> signed = checkpoints.find(organisation).newest();
        // Read after the checkpoints, so the chain is at least as long as they say.
        ChainHead head = journal.head(organisation);
        Map<Long, String> signedHashes = new HashMap<>();
        signed.forEach(checkpoint -> signedHashes.put(checkpoint.position(), checkpoint.head()));
        ChainVerifier verifier = new ChainVerifier(organisation);
        StoredChain chain = new StoredChain(
                organisation,
                checkpoints.keyIds(organisation),
                verifier,
                new StoredTreeVerifier(journal, head),
                new ArrayList<>());
        verifyEntries(head.position(), signedHashes, chain);
        if (verifier.fault().isEmpty()) {
            verifyEnd(head, signed, verifier);
            List<NoteKey> keys = checkpoints.noteKeys(organisation);
            chain.tree().faultOfNotes(signed, keys).ifPresent(fault -> verifier.fail(fault.position(), fault.reason()));
        }
        return VerificationView.of(verifier, chain.resumptions());
    }

    private void verifyEntries(long last, Map<Long, String> signed, StoredChain chain) {
        ChainVerifier verifier = chain.verifier();
        for (long from = 1; from <= last && verifier.fault().isEmpty(); from += BATCH_SIZE) {
            long to = Math.min(last, from + BATCH_SIZE - 1);
            Map<Long, ChainEntry> entries = journal.entries(chain.organisation(), LongStream.rangeClosed(from, to));
            for (long position = from; position <= to && verifier.fault().isEmpty(); position++) {
                verify(position, entries.get(position), signed.get(position), chain);
            }
            if (verifier.fault().isEmpty()) {
                chain.tree()
                        .firstDifference(entries, from, to)
                        .ifPresent(position -> verifier.fail(position, Reason.TREE_DIFFERS));
            }
        }
    }

    private void verify(long position, @Nullable ChainEntry entry, @Nullable String signed, StoredChain chain) {
        ChainVerifier verifier = chain.verifier();
        if (entry == null) {
            verifier.fail(position, Reason.MISSING);
            return;
        }
        Hash previous = verifier.head();
        Optional<ChainFault> fault = verifier.verify(entry);
        if (fault.isEmpty() && signed != null && !signed.equals(entry.hash().hex())) {
            verifier.fail(position, Reason.CHECKPOINT_DIFFERS);
        } else if (fault.isEmpty() && ResumeStatement.isIn(entry)) {
            ResumeStatement.validIn(entry, previous, chain.organisation())
                    .filter(statement ->
                            statement.keyId().filter(chain.keyIds()::contains).isPresent())
                    .ifPresentOrElse(
                            statement ->
                                    chain.resumptions().add(VerificationView.ResumptionView.of(position, statement)),
                            () -> verifier.fail(position, Reason.RESUME_INVALID));
        }
    }

    private void verifyEnd(ChainHead head, List<Checkpoint> signed, ChainVerifier verifier) {
        if (!verifier.head().equals(head.hash())) {
            verifier.fail(head.position(), Reason.HEAD_DIFFERS);
        } else if (!signed.isEmpty() && signed.get(signed.size() - 1).position() > head.position()) {
            verifier.fail(head.position() + 1, Reason.MISSING);
        } else if (journal.exists(head.organisation(), head.position() + 1)
                && journal.head(head.organisation()).position() == head.position()) {
            verifier.fail(head.position() + 1, Reason.AFTER_HEAD);
        }
    }
}
