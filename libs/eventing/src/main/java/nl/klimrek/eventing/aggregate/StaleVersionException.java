package nl.klimrek.eventing.aggregate;

/** The caller expected another version than the current one. Nothing changed. */
public final class StaleVersionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final long current;

    public StaleVersionException(long expected, long current) {
        super("version " + expected + " is stale, current is " + current);
        this.current = current;
    }

    /** The current version. */
    public long current() {
        return current;
    }
}
