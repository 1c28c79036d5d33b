package nl.klimrek.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A key that is in a file twice has the last value, which a reader of the first does not see. */
class PropertyFilesTest {

    private static final Path ROOT = Path.of("../..");

    @Test
    void no_key_is_in_a_file_twice() throws IOException {
        List<Path> files = files();
        assertThat(files).hasSizeGreaterThan(50);
        List<String> twice = new ArrayList<>();
        for (Path file : files) {
            try (Reader text = Files.newBufferedReader(file)) {
                new NotingProperties(file, twice).load(text);
            }
        }
        assertThat(twice).isEmpty();
    }

    private static List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String part : List.of("libs", "services", "infra")) {
            try (Stream<Path> found = Files.find(
                    ROOT.resolve(part),
                    20,
                    (path, ignored) -> path.toString().endsWith(".properties")
                            && path.toString().contains("src/main/"))) {
                files.addAll(found.toList());
            }
        }
        return files;
    }

    private static final class NotingProperties extends Properties {
        private static final long serialVersionUID = 1;
        private final transient Path file;
        private final transient List<String> twice;

        NotingProperties(Path file, List<String> twice) {
            this.file = file;
            this.twice = twice;
        }

        @Override
        public synchronized Object put(Object key, Object value) {
            if (containsKey(key)) {
                twice.add(file + ": " + key);
            }
            return super.put(key, value);
        }
    }
}
