package nl.klimrek.servicekit.tabular.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The bytes of a file that can be read more than once. */
@FunctionalInterface
public interface FileContent {

    /** Opens the file at its first byte; the caller closes it. */
    InputStream open() throws IOException;

    static FileContent of(Path file) {
        return () -> Files.newInputStream(file);
    }
}
