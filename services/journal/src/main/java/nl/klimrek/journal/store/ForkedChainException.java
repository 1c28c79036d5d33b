package nl.klimrek.journal.store;

/** There is another entry where one belongs that the head vouches for: the store was changed behind the journal's back. */
public final class ForkedChainException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    ForkedChainException(long position) {
        super("another entry is at position " + position);
    }
}
