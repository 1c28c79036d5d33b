package nl.klimrek.embedded;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Thrown when another run, in this or another process, uses the same data folder. */
public final class DataFolderInUseException extends EmbeddedStartException {

    private static final long serialVersionUID = 1L;

    private final transient Path folder;

    public DataFolderInUseException(Path folder, @Nullable Throwable cause) {
        super(
                "The data folder %s is in use by another run; stop that one or choose another folder."
                        .formatted(folder),
                cause);
        this.folder = folder;
    }

    /** The requested folder. */
    public Path folder() {
        return folder;
    }
}
