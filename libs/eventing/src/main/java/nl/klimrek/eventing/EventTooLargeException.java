package nl.klimrek.eventing;

/** An event is larger than the broker takes; refused before anything was written, so that it can never block others. */
public final class EventTooLargeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public EventTooLargeException(String type, int bytes, int limit) {
        super(type + " has " + bytes + " bytes, more than " + limit);
    }
}
