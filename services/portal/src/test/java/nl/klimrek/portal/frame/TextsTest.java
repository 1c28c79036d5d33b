package nl.klimrek.portal.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The words of the pages: each is there in both languages, has one home, and is used. */
class TextsTest {
    private static final Path JAVA = Path.of("src/main/java");
    private static final Path RESOURCES = Path.of("src/main/resources/nl");
    /** A text in a template: {@code #{name}} or {@code #{name(values)}}. */
    private static final Pattern NAMED_IN_A_PAGE = Pattern.compile("#\\{([a-zA-Z][a-zA-Z0-9_.-]*)[(}]");

    /** Texts that answers of the gateway use, or whose key a service chooses. */
    private static final Set<String> CHOSEN_ELSEWHERE = Set.of("problem", "event", "field");

    @Test
    void every_text_is_there_in_both_languages() {
        for (Path english : bundles()) {
            Path dutch =
                    english.resolveSibling(english.getFileName().toString().replace(".properties", "_nl.properties"));
            assertThat(load(dutch).stringPropertyNames())
                    .as(dutch.toString())
                    .isEqualTo(load(english).stringPropertyNames());
        }
    }

    @Test
    void every_text_has_one_home() {
        Map<String, Path> homes = new HashMap<>();
        List<String> twice = new ArrayList<>();
        for (Path bundle : bundles()) {
            load(bundle).stringPropertyNames().forEach(key -> {
                Path other = homes.put(key, bundle);
                if (other != null) {
                    twice.add(key + " in " + other + " and " + bundle);
                }
            });
        }
        assertThat(twice).isEmpty();
    }

    @Test
    void every_text_is_used() {
        String sources = sources();
        Set<String> unused = bundles().stream()
                .flatMap(bundle -> load(bundle).stringPropertyNames().stream())
                .filter(key -> !CHOSEN_ELSEWHERE.contains(key.split("\\.")[0]))
                .filter(key -> !isUsed(key, sources))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(unused).isEmpty();
    }

    /** Names in full only; a name that a page puts together shows in the tests of that page. */
    @Test
    void every_text_that_a_page_names_is_there() {
        Set<String> known = bundles().stream()
                .flatMap(bundle -> load(bundle).stringPropertyNames().stream())
                .collect(Collectors.toSet());
        Set<String> missing = new TreeSet<>();
        Matcher named = NAMED_IN_A_PAGE.matcher(sources());
        while (named.find()) {
            if (!known.contains(named.group(1))) {
                missing.add(named.group(1));
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void a_quote_is_doubled_where_a_value_is_filled_in_and_nowhere_else() {
        List<String> single = new ArrayList<>();
        for (Path bundle : allBundles()) {
            load(bundle).forEach((key, text) -> {
                boolean filled = text.toString().contains("{0");
                if (filled && text.toString().replace("''", "").contains("'")
                        || !filled && text.toString().contains("''")) {
                    single.add(bundle + ": " + key);
                }
            });
        }
        assertThat(single)
                .as("MessageFormat drops a single quote, and what stands between two of them is not filled in")
                .isEmpty();
    }

    /** By its whole name, or by a name that code puts together from a beginning and a code. */
    private static boolean isUsed(String key, String sources) {
        if (sources.contains(key + "'")
                || sources.contains(key + "\"")
                || sources.contains(key + "}")
                || sources.contains(key + "(")) {
            return true;
        }
        for (int dot = key.lastIndexOf('.'); dot > 0; dot = key.lastIndexOf('.', dot - 1)) {
            String beginning = key.substring(0, dot);
            if (sources.contains(beginning + ".'")
                    || sources.contains(beginning + ".\"")
                    || sources.contains("code(\"" + beginning + "\"")
                    || sources.contains("code('" + beginning + "'")
                    || sources.contains(", \"" + beginning + "\")")) {
                return true;
            }
        }
        return false;
    }

    private static List<Path> bundles() {
        return allBundles().stream()
                .filter(path -> !path.toString().endsWith("_nl.properties"))
                .toList();
    }

    private static List<Path> allBundles() {
        return Stream.of(JAVA, RESOURCES)
                .flatMap(TextsTest::files)
                .filter(path -> path.toString().endsWith(".properties"))
                .sorted()
                .toList();
    }

    private static String sources() {
        return Stream.of(JAVA, RESOURCES)
                .flatMap(TextsTest::files)
                .filter(path ->
                        path.toString().endsWith(".java") || path.toString().endsWith(".html"))
                .map(TextsTest::read)
                .collect(Collectors.joining("\n"));
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Properties load(Path file) {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
