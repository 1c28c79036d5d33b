package nl.klimrek.eventing;

/** The caller decided on a version that is no longer the current one; nothing changed. */
public final class StaleVersionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final long current;

    public StaleVersionException(long expected, long current) {
        super("version " + expected + " is stale, current is " + current);
        this.current = current;
    }

    /** The version as it is now. */
    public long current() {
        return current;
    }
}
