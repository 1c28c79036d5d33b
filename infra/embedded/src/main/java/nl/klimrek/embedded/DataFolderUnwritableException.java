package nl.klimrek.embedded;

import java.nio.file.Path;

/** Thrown when the data folder cannot be created or written. */
public final class DataFolderUnwritableException extends EmbeddedStartException {

    private static final long serialVersionUID = 1L;

    private final transient Path folder;

    public DataFolderUnwritableException(Path folder, Throwable cause) {
        super(
                "The data folder %s cannot be written; make it writable or choose another folder.".formatted(folder),
                cause);
        this.folder = folder;
    }

    /** The requested folder. */
    public Path folder() {
        return folder;
    }
}
