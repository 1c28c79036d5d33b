package nl.klimrek.journal.chain;

import java.time.Instant;
import java.util.Objects;
import nl.klimrek.journal.merkle.NodeHash;

/**
 * An entry of the chain. It is never changed or removed.
 *
 * @param position position in the organisation's chain, from 1, without gaps
 * @param event the event
 * @param journalledAt time of the append
 * @param content the kept part of its data
 * @param hash hash over the previous hash and the fields above, in the form of {@link EntryEncoding}
 */
public record ChainEntry(long position, RecordedEvent event, Instant journalledAt, EntryContent content, Hash hash) {

    public ChainEntry {
        Objects.requireNonNull(event, "event");
        Objects.requireNonNull(journalledAt, "journalledAt");
        Objects.requireNonNull(content, "content");
        Objects.requireNonNull(hash, "hash");
    }

    /** The entry at this position, after the entry with the previous hash. */
    static ChainEntry after(Hash previous, long position, NewEntry added, Instant journalledAt) {
        Hash hash = EntryEncoding.hash(previous, position, added.event(), journalledAt, added.content());
        return new ChainEntry(position, added.event(), journalledAt, added.content(), hash);
    }

    /** The hash of its leaf in the tree: a leaf's data are the 32 bytes of the entry's hash. */
    public NodeHash leaf() {
        return NodeHash.ofLeaf(hash.bytes());
    }

    /** Whether its hash is correct after the previous one. */
    public boolean follows(Hash previous) {
        return EntryEncoding.hash(previous, position, event, journalledAt, content)
                .equals(hash);
    }
}
