package nl.klimrek.embedded;

import org.jspecify.annotations.Nullable;

/** An embedded server cannot start for a reason that the user can fix. The message is one sentence for the user. */
public abstract sealed class EmbeddedStartException extends RuntimeException
        permits PortTakenException, DataFolderInUseException, DataFolderUnwritableException {

    private static final long serialVersionUID = 1L;

    public EmbeddedStartException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
