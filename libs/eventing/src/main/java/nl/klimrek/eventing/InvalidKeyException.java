package nl.klimrek.eventing;

/** A text is not a valid {@link Key}. */
public final class InvalidKeyException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    InvalidKeyException() {
        super("not a key");
    }
}
