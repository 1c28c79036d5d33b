package nl.klimrek.embedded;

/**
 * An embedded part could not start for a reason that the person who started it can take away.
 * The message is one sentence, fit to be printed as it is; no other exception of this library
 * is meant for a reader.
 */
public abstract sealed class EmbeddedStartException extends RuntimeException
        permits PortTakenException, DataFolderInUseException, DataFolderUnwritableException {

    private static final long serialVersionUID = 1L;

    public EmbeddedStartException(String message, Throwable cause) {
        super(message, cause);
    }
}
