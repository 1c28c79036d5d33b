package nl.klimrek.embedded;

/**
 * An embedded part could not start for a reason that the person who started it can take away.
 * The message is one sentence, fit to be printed as it is; no other exception of this library
 * is meant for a reader.
 */
public abstract sealed class StartRefused extends RuntimeException
        permits PortTaken, DataFolderInUse, DataFolderUnwritable {

    private static final long serialVersionUID = 1L;

    StartRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
