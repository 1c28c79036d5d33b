package nl.klimrek.journal.merkle;

/** A tile of the tree is missing or was changed. */
public final class DamagedTreeException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    public DamagedTreeException(String message) {
        super(message);
    }
}
