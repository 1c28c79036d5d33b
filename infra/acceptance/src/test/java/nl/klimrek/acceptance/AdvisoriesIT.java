package nl.klimrek.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Checks that no runtime library has a known advisory. It needs no network;
 * {@code infra/docs/security-advisories.md} says how to ask for newer advisories.
 */
class AdvisoriesIT {

    private static final Path LIBRARIES = Command.ROOT.resolve("infra/standalone/target/lib");
    private static final Pattern JAR =
            Pattern.compile("(.+?)-(\\d[\\w.]*(?:-\\d+)?)(?:\\.Final|\\.RELEASE)?(?:-[a-z].*)?\\.jar");

    /** @param library file name without version, or a prefix and a star; @param fixed first version without the fault */
    record Advisory(String library, String fixed, String id) {

        boolean holds(String name, String version) {
            boolean named = library.endsWith("*")
                    ? name.startsWith(library.substring(0, library.length() - 1))
                    : name.equals(library);
            return named && older(version, fixed);
        }
    }

    @Test
    void no_runtime_library_has_a_known_advisory() throws IOException {
        List<Advisory> advisories = advisories();
        assertThat(advisories).hasSizeGreaterThan(25);
        List<String> jars;
        try (Stream<Path> files = Files.list(LIBRARIES)) {
            jars = files.map(file -> file.getFileName().toString()).sorted().toList();
        }
        assertThat(jars).hasSizeGreaterThan(100);
        assertThat(open(jars, advisories)).isEmpty();
    }

    @Test
    void an_older_version_is_found_and_a_newer_one_is_not() throws IOException {
        List<Advisory> advisories = advisories();
        assertThat(open(
                        List.of("tomcat-embed-core-10.1.40.jar", "netty-codec-4.1.100.Final.jar", "snakeyaml-1.33.jar"),
                        advisories))
                .hasSize(5);
        assertThat(open(
                        List.of("tomcat-embed-core-10.1.61.jar", "netty-codec-4.1.140.Final.jar", "snakeyaml-2.4.jar"),
                        advisories))
                .isEmpty();
        assertThat(older("1.9.1", "1.10")).isTrue();
        assertThat(older("1.10", "1.10.0")).isFalse();
    }

    private static List<String> open(List<String> jars, List<Advisory> advisories) {
        List<String> open = new ArrayList<>();
        for (String jar : jars) {
            Matcher named = JAR.matcher(jar);
            if (named.matches()) {
                advisories.stream()
                        .filter(advisory -> advisory.holds(named.group(1), named.group(2)))
                        .forEach(advisory -> open.add(jar + ": " + advisory.id() + ", fixed in " + advisory.fixed()));
            }
        }
        return open;
    }

    private static boolean older(String version, String than) {
        return Arrays.compare(numbers(version), numbers(than)) < 0;
    }

    private static int[] numbers(String version) {
        return Arrays.copyOf(
                Arrays.stream(version.split("\\D+"))
                        .filter(part -> !part.isEmpty())
                        .mapToInt(Integer::parseInt)
                        .toArray(),
                5);
    }

    private static List<Advisory> advisories() throws IOException {
        try (var in = AdvisoriesIT.class.getResourceAsStream("/advisories.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\\s+", 3))
                    .map(parts -> new Advisory(parts[0], parts[1], parts[2]))
                    .toList();
        }
    }
}
