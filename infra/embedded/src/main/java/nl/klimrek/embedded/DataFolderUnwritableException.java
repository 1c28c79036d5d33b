package nl.klimrek.embedded;

import java.nio.file.Path;

/** The data folder can not be made, or not be written in. */
public final class DataFolderUnwritableException extends EmbeddedStartException {

    private static final long serialVersionUID = 1L;

    private final transient Path folder;

    public DataFolderUnwritableException(Path folder, Throwable cause) {
        super(
                "The data folder %s can not be written; make it writable or choose another folder.".formatted(folder),
                cause);
        this.folder = folder;
    }

    /** The folder that was asked for. */
    public Path folder() {
        return folder;
    }
}
