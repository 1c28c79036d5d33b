package nl.klimrek.embedded;

import java.nio.file.Path;

/** Another run, in this process or another one, works on the same data; two would ruin it. */
public final class DataFolderInUseException extends EmbeddedStartException {

    private static final long serialVersionUID = 1L;

    private final transient Path folder;

    public DataFolderInUseException(Path folder, Throwable cause) {
        super(
                "The data folder %s is in use by another run; stop that one or choose another folder."
                        .formatted(folder),
                cause);
        this.folder = folder;
    }

    /** The folder that was asked for. */
    public Path folder() {
        return folder;
    }
}
