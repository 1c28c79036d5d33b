package nl.klimrek.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Checks that the types and pages exist which the glossary, the walks of the architecture page and other pages name. */
class DocumentedTypesTest {

    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern TYPE = Pattern.compile("\\b[A-Z][a-z]\\w+");
    private static final Pattern DECLARED = Pattern.compile("\\b(?:class|record|interface|enum) ([A-Z]\\w+)");
    private static final Pattern TEST = Pattern.compile("`([A-Z]\\w+(?:Test|IT))\\b");
    private static final Pattern PAGE = Pattern.compile("\\(([\\w.-]+\\.md)\\)");
    private static final Pattern BASE = Pattern.compile("Paths below `([^`]+)`");

    @Test
    void every_type_in_the_glossary_exists() throws IOException {
        Set<String> declared = declaredTypes();
        List<String> missing = new ArrayList<>();
        int found = 0;
        for (String line : lines("infra/docs/glossary.md")) {
            String[] cells = line.split("\\|");
            if (line.equals("## Events and codes")) {
                break;
            }
            for (String type : cells.length == 5 ? typesIn(cells[4]) : List.<String>of()) {
                found++;
                if (!declared.contains(type)) {
                    missing.add(line);
                }
            }
        }
        assertThat(found).isGreaterThan(150);
        assertThat(missing).isEmpty();
    }

    @Test
    void every_file_of_a_walk_exists() throws IOException {
        List<String> missing = new ArrayList<>();
        int found = 0;
        String base = "";
        for (String line : lines("infra/docs/architecture.md")) {
            Matcher below = BASE.matcher(line);
            base = below.find() ? below.group(1) : line.startsWith("## ") ? "" : base;
            String[] cells = line.split("\\|");
            Matcher code = CODE.matcher(base.isEmpty() || cells.length != 4 ? "" : cells[2]);
            while (code.find()) {
                String path = code.group(1).replaceFirst("#.*", "");
                if (path.contains("/") && TYPE.matcher(path).find()) {
                    found++;
                    if (!Files.exists(Command.ROOT.resolve(base + path + ".java"))) {
                        missing.add(base + path);
                    }
                }
            }
        }
        assertThat(found).isGreaterThan(30);
        assertThat(missing).isEmpty();
    }

    @Test
    void every_test_that_a_page_names_exists() throws IOException {
        Set<String> declared = declaredTypes();
        Set<String> named = new TreeSet<>();
        for (String folder : List.of("infra", "libs", "services")) {
            try (Stream<Path> files = Files.walk(Command.ROOT.resolve(folder))) {
                for (Path page : files.filter(path -> path.toString().endsWith(".md"))
                        .filter(path -> !path.toString().contains("/target/"))
                        .toList()) {
                    Matcher test = TEST.matcher(Files.readString(page));
                    while (test.find()) {
                        named.add(test.group(1));
                    }
                }
            }
        }
        assertThat(named).hasSizeGreaterThan(60);
        named.removeAll(declared);
        assertThat(named).isEmpty();
    }

    @Test
    void every_decision_is_listed_once() throws IOException {
        List<String> listed = new ArrayList<>();
        Matcher page = PAGE.matcher(String.join("\n", lines("infra/decisions/README.md")));
        while (page.find()) {
            listed.add(page.group(1));
        }
        try (Stream<Path> files = Files.list(Command.ROOT.resolve("infra/decisions"))) {
            assertThat(listed)
                    .containsExactlyInAnyOrderElementsOf(
                            files.map(file -> file.getFileName().toString())
                                    .filter(name -> !name.equals("README.md"))
                                    .toList());
        }
    }

    @Test
    void no_row_of_the_clusters_page_is_there_twice() throws IOException {
        assertThat(lines("infra/docs/clusters.md"))
                .filteredOn(line -> line.startsWith("| ") && line.contains("`"))
                .hasSizeGreaterThan(50)
                .doesNotHaveDuplicates();
    }

    /** The type names in code spans, without packages and without {@code *Suffix} for many types. */
    private static List<String> typesIn(String cell) {
        List<String> types = new ArrayList<>();
        Matcher code = CODE.matcher(cell);
        while (code.find()) {
            Matcher type = TYPE.matcher(code.group(1).startsWith("*") ? "" : code.group(1));
            while (type.find()) {
                types.add(type.group());
            }
        }
        return types;
    }

    private static Set<String> declaredTypes() throws IOException {
        Set<String> declared = new HashSet<>();
        for (String folder : List.of("infra", "libs", "services")) {
            try (Stream<Path> files = Files.walk(Command.ROOT.resolve(folder))) {
                for (Path file :
                        files.filter(path -> path.toString().endsWith(".java")).toList()) {
                    Matcher type = DECLARED.matcher(Files.readString(file));
                    while (type.find()) {
                        declared.add(type.group(1));
                    }
                }
            }
        }
        return declared;
    }

    private static List<String> lines(String page) throws IOException {
        return Files.readAllLines(Command.ROOT.resolve(page));
    }
}
