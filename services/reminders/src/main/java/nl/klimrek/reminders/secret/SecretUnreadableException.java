package nl.klimrek.reminders.secret;

/** A stored secret cannot be decrypted: its key is not configured, or it was changed or stored elsewhere. */
public final class SecretUnreadableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SecretUnreadableException(String message) {
        super(message);
    }
}
