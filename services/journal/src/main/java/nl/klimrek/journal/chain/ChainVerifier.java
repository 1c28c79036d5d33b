package nl.klimrek.journal.chain;

import java.util.Optional;
import nl.klimrek.eventing.Organisation;

/**
 * Walks a chain from its first entry and says where it is broken first. After a break the walk is over. It needs no more
 * memory for a long chain than for a short one.
 */
public final class ChainVerifier {

    private long position;
    private Hash head;
    private ChainFault broken;

    /** At the beginning of this organisation's chain. */
    public ChainVerifier(Organisation organisation) {
        this.head = EntryEncoding.genesis(organisation);
    }

    /** Takes the next entry; says what is wrong with the chain so far, if anything. */
    public Optional<ChainFault> next(ChainEntry entry) {
        if (broken != null) {
            return Optional.of(broken);
        }
        long expected = position + 1;
        if (entry.position() != expected) {
            return fail(expected, ChainFault.Reason.OUT_OF_PLACE);
        }
        if (!entry.content().holds()) {
            return fail(expected, ChainFault.Reason.CONTENT_CHANGED);
        }
        if (!entry.follows(head)) {
            return fail(expected, ChainFault.Reason.HASH_DIFFERS);
        }
        position = expected;
        head = entry.hash();
        return Optional.empty();
    }

    /** Says that the chain is broken here, for a reason the entries alone do not show. */
    public Optional<ChainFault> fail(long at, ChainFault.Reason reason) {
        if (broken == null) {
            broken = new ChainFault(at, reason);
        }
        return Optional.of(broken);
    }

    /** The first broken place, if there is one. */
    public Optional<ChainFault> broken() {
        return Optional.ofNullable(broken);
    }

    /** Entries that are as they should be, from the first. */
    public long position() {
        return position;
    }

    /** Hash of the last of them; the genesis hash before the first. */
    public Hash head() {
        return head;
    }
}
