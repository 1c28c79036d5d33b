package nl.klimrek.journal.audit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.journal.chain.ChainEntry;
import nl.klimrek.journal.chain.ChainFault;
import nl.klimrek.journal.chain.ChainFault.Reason;
import nl.klimrek.journal.chain.ChainHead;
import nl.klimrek.journal.chain.ChainVerifier;
import nl.klimrek.journal.checkpoint.Checkpoint;
import nl.klimrek.journal.checkpoint.CheckpointPublisher;
import nl.klimrek.journal.store.JournalStore;
import org.springframework.stereotype.Component;

/**
 * Walks a stored chain from its first entry to its head, past every checkpoint that is still at hand. It reads each
 * entry once and holds some hundreds at a time; the time it takes grows with the chain.
 */
@Component
final class StoredChainVerifier {

    private static final int READ_AT_ONCE = 500;

    private final JournalStore journal;
    private final CheckpointPublisher checkpoints;

    StoredChainVerifier(JournalStore journal, CheckpointPublisher checkpoints) {
        this.journal = journal;
        this.checkpoints = checkpoints;
    }

    /** What the walk finds. */
    ChainVerifier of(Organisation organisation) {
        List<Checkpoint> signed = checkpoints.of(organisation).newest();
        // Read after the checkpoints: by then the chain is at least as long as what was signed.
        ChainHead head = journal.head(organisation);
        Map<Long, String> heads = new HashMap<>();
        signed.forEach(checkpoint -> heads.put(checkpoint.position(), checkpoint.head()));
        ChainVerifier check = new ChainVerifier(organisation);
        walk(organisation, head.position(), heads, check);
        if (check.broken().isEmpty()) {
            end(head, signed, check);
        }
        return check;
    }

    private void walk(Organisation organisation, long last, Map<Long, String> signed, ChainVerifier check) {
        for (long from = 1; from <= last && check.broken().isEmpty(); from += READ_AT_ONCE) {
            long to = Math.min(last, from + READ_AT_ONCE - 1);
            Map<Long, ChainEntry> entries = journal.entries(organisation, LongStream.rangeClosed(from, to));
            for (long position = from; position <= to && check.broken().isEmpty(); position++) {
                step(position, entries.get(position), signed.get(position), check);
            }
        }
    }

    private static void step(long position, ChainEntry entry, String signed, ChainVerifier check) {
        if (entry == null) {
            check.fail(position, Reason.MISSING);
            return;
        }
        Optional<ChainFault> broken = check.next(entry);
        if (broken.isEmpty() && signed != null && !signed.equals(entry.hash().hex())) {
            check.fail(position, Reason.CHECKPOINT_DIFFERS);
        }
    }

    private void end(ChainHead head, List<Checkpoint> signed, ChainVerifier check) {
        if (!check.head().equals(head.hash())) {
            check.fail(head.position(), Reason.HEAD_DIFFERS);
        } else if (!signed.isEmpty() && signed.get(signed.size() - 1).position() > head.position()) {
            check.fail(head.position() + 1, Reason.MISSING);
        } else if (journal.exists(head.organisation(), head.position() + 1)
                && journal.head(head.organisation()).position() == head.position()) {
            check.fail(head.position() + 1, Reason.AFTER_HEAD);
        }
    }
}
