package nl.klimrek.eventing.cloudevent;

/** A record is not a valid event of its topic; no retry can change that. The message is a code, never content. */
public final class MalformedEventException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public MalformedEventException(String code) {
        super(code);
    }

    public MalformedEventException(String code, Throwable cause) {
        super(code, cause);
    }
}
