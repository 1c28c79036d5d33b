package nl.klimrek.journal.store.entry;

/** Another entry is at a position that the head has assigned: somebody changed the store. */
public final class ForkedChainException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    public ForkedChainException(long position) {
        super("another entry is at position " + position);
    }
}
