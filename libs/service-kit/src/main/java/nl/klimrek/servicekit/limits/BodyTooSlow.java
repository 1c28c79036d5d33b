package nl.klimrek.servicekit.limits;

/** A body that took longer than a body may take, or came in slower; answered 408, and its connection is closed. */
public final class BodyTooSlow extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The stable code of the problem. */
    public static final String CODE = "body-too-slow";

    BodyTooSlow() {
        super(CODE, null, false, false);
    }
}
