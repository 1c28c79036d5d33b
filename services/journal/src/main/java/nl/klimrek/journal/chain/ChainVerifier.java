package nl.klimrek.journal.chain;

import java.util.Optional;
import nl.klimrek.eventing.Organisation;
import org.jspecify.annotations.Nullable;

/**
 * Verifies a chain entry by entry and keeps the first fault. After a fault it stays in that state. Its memory does not
 * grow with the chain.
 */
public final class ChainVerifier {

    private long position;
    private Hash head;
    private @Nullable ChainFault fault;

    /** Starts at the beginning of this organisation's chain. */
    public ChainVerifier(Organisation organisation) {
        this.head = EntryEncoding.genesis(organisation);
    }

    /** Verifies the next entry and returns the first fault of the chain so far. */
    public Optional<ChainFault> verify(ChainEntry entry) {
        if (fault != null) {
            return Optional.of(fault);
        }
        long expected = position + 1;
        if (entry.position() != expected) {
            return fail(expected, ChainFault.Reason.OUT_OF_PLACE);
        }
        if (!entry.content().matchesDigest()) {
            return fail(expected, ChainFault.Reason.CONTENT_CHANGED);
        }
        if (!entry.follows(head)) {
            return fail(expected, ChainFault.Reason.HASH_DIFFERS);
        }
        position = expected;
        head = entry.hash();
        return Optional.empty();
    }

    /** Records a fault that the entries alone do not show. */
    public Optional<ChainFault> fail(long at, ChainFault.Reason reason) {
        if (fault == null) {
            fault = new ChainFault(at, reason);
        }
        return Optional.of(fault);
    }

    /** The first fault; empty when there is none. */
    public Optional<ChainFault> fault() {
        return Optional.ofNullable(fault);
    }

    /** Number of valid entries from the first on. */
    public long position() {
        return position;
    }

    /** Hash of the last valid entry; the genesis hash before the first. */
    public Hash head() {
        return head;
    }
}
