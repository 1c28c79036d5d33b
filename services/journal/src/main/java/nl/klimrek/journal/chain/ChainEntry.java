package nl.klimrek.journal.chain;

import java.time.Instant;
import java.util.Objects;

/**
 * A step at its place in the chain; never changed, never removed.
 *
 * @param position place in the organisation's chain, from 1, without gaps
 * @param step what happened
 * @param journalledAt when the journal took it in
 * @param content what is kept of its data
 * @param hash over the previous entry's hash and everything above, as {@link EntryEncoding} writes it
 */
public record ChainEntry(long position, RecordedEvent step, Instant journalledAt, EntryContent content, Hash hash) {

    public ChainEntry {
        Objects.requireNonNull(step, "step");
        Objects.requireNonNull(journalledAt, "journalledAt");
        Objects.requireNonNull(content, "content");
        Objects.requireNonNull(hash, "hash");
    }

    /** The entry that puts this step after the entry with that hash. */
    static ChainEntry after(Hash previous, long position, NewEntry draft, Instant journalledAt) {
        Hash hash = EntryEncoding.hash(previous, position, draft.step(), journalledAt, draft.content());
        return new ChainEntry(position, draft.step(), journalledAt, draft.content(), hash);
    }

    /** Whether its hash is the right one after that of the previous entry. */
    boolean follows(Hash previous) {
        return EntryEncoding.hash(previous, position, step, journalledAt, content)
                .equals(hash);
    }
}
