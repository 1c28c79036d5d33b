package nl.klimrek.reminders;

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

/** The README says which test stands for which sentence; a reader must find that test. */
class ReadmeTest {

    /** {@code `SomethingTest`}, {@code `SomethingTest.what_it_says`}, or {@code `what_it_says`} of the test named last. */
    private static final Pattern NAMED =
            Pattern.compile("`(?:([A-Z]\\w*(?:Test|IT))(?:\\.(\\w+))?|([a-z0-9]+(?:_[a-z0-9]+){3,}))`");

    @Test
    void every_test_that_is_named_exists() throws IOException {
        Map<String, String> tests = sources(Path.of("src/test/java"));
        tests.putAll(sources(Path.of("../portal/src/test/java")));
        tests.putAll(sources(Path.of("src/test/java")));
        List<MatchResult> named =
                NAMED.matcher(Files.readString(Path.of("README.md"))).results().toList();
        List<String> missing = new ArrayList<>();
        String test = "";
        for (MatchResult one : named) {
            test = one.group(1) == null ? test : one.group(1);
            String method = one.group(1) == null ? one.group(3) : one.group(2);
            if (!tests.containsKey(test) || method != null && !tests.get(test).contains("void " + method + "(")) {
                missing.add(test + "." + method);
            }
        }
        assertThat(named).hasSizeGreaterThan(50);
        assertThat(missing).isEmpty();
    }

    private static Map<String, String> sources(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().matches(".*(Test|IT)\\.java"))
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString().replace(".java", ""),
                            ReadmeTest::read,
                            (first, second) -> first));
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
