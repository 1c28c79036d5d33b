package nl.klimrek.journal.note;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The public vectors of C2SP, which are not part of this repository. */
final class PublicNotes {

    private static final Path FOLDER = Path.of("shared", "standards", "c2sp-tlog");

    private PublicNotes() {}

    /** Reads a file of vectors; ends the test loudly as skipped when it is not there. */
    static JsonNode vectors(String name) throws IOException {
        Path file = FOLDER.resolve(name);
        Optional<Path> found = Stream.iterate(Path.of("").toAbsolutePath(), Path::getParent)
                .takeWhile(parent -> parent != null)
                .map(parent -> parent.resolve(file))
                .filter(Files::exists)
                .findFirst();
        if (found.isEmpty()) {
            System.err.println("SKIPPED: the public vectors are not here (../" + file + ")");
        }
        assumeTrue(found.isPresent(), "no vectors");
        return new ObjectMapper().readTree(Files.readString(found.get()));
    }
}
