package nl.klimrek.eventing;

/** A text that can not be part of a {@link Key}, hence names no document. */
public final class InvalidKeyException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    InvalidKeyException() {
        super("not a key");
    }
}
