package nl.klimrek.embedded;

/** An embedded server cannot start for a reason that the user can fix. The message is one sentence for the user. */
public abstract sealed class EmbeddedStartException extends RuntimeException
        permits PortTakenException, DataFolderInUseException, DataFolderUnwritableException {

    private static final long serialVersionUID = 1L;

    public EmbeddedStartException(String message, Throwable cause) {
        super(message, cause);
    }
}
