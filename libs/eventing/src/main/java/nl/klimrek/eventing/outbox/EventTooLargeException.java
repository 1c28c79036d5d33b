package nl.klimrek.eventing.outbox;

/** An event exceeds the maximum size. Nothing was written. */
public final class EventTooLargeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public EventTooLargeException(String type, int bytes, int limit) {
        super(type + " has " + bytes + " bytes, more than " + limit);
    }
}
