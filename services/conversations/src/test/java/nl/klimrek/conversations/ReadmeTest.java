package nl.klimrek.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** RULES.md says which test stands for which rule; a reader must find that test. */
class ReadmeTest {

    /** {@code `SomethingTest`}, {@code `SomethingTest.what_it_says`}, or {@code `what_it_says`} of the test named last; … cuts short. */
    private static final Pattern NAMED =
            Pattern.compile("`(?:([A-Z]\\w*(?:Test|IT))(?:\\.(\\w+…?))?|([a-z0-9]+(?:_[a-z0-9]+){3,}…?))`");

    @Test
    void every_test_that_is_named_exists() throws IOException {
        Map<String, String> tests = sources();
        List<String> missing = new ArrayList<>();
        List<MatchResult> named =
                NAMED.matcher(Files.readString(Path.of("RULES.md"))).results().toList();
        String test = null;
        for (MatchResult one : named) {
            test = one.group(1) == null ? test : one.group(1);
            String method = one.group(1) == null ? one.group(3) : one.group(2);
            if (!tests.containsKey(test) || method != null && !has(tests.get(test), method)) {
                missing.add(test + "." + method);
            }
        }
        assertThat(named).hasSizeGreaterThan(100);
        assertThat(missing).isEmpty();
    }

    private static boolean has(String source, String method) {
        return source.replaceAll("void\\s+", "void ")
                .contains("void " + (method.endsWith("…") ? method.substring(0, method.length() - 1) : method + "("));
    }

    /** Tests of this service and, where a sentence is kept there, of others; this one's win. */
    private static Map<String, String> sources() throws IOException {
        try (Stream<Path> own = Files.walk(Path.of("src/test/java"));
                Stream<Path> services = Files.list(Path.of(".."));
                Stream<Path> libs = Files.list(Path.of("../../libs"))) {
            Stream<Path> others = Stream.concat(services, libs)
                    .map(module -> module.resolve("src/test/java"))
                    .filter(Files::isDirectory)
                    .flatMap(ReadmeTest::walk);
            return Stream.concat(own, others)
                    .filter(file -> file.toString().matches(".*(Test|IT)\\.java"))
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString().replace(".java", ""),
                            ReadmeTest::read,
                            (first, second) -> first));
        }
    }

    private static Stream<Path> walk(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
