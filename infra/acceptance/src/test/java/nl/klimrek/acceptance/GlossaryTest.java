package nl.klimrek.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Checks that the glossary lists exactly the types of {@code libs/contracts}, each with its meaning. */
class GlossaryTest {

    private static final Path CONTRACTS = Command.ROOT.resolve("libs/contracts/src/main/java/nl/klimrek/contracts");
    private static final Pattern ROW = Pattern.compile("\\| `(\\w+)` \\| (\\w+) \\| (\\S.*) \\|");

    @Test
    void the_glossary_and_the_contracts_have_the_same_types() throws IOException {
        String glossary = Files.readString(Command.ROOT.resolve("infra/docs/glossary.md"));
        Set<String> listed = ROW.matcher(glossary.substring(glossary.indexOf("## Events and codes")))
                .results()
                .map(row -> row.group(2) + "." + row.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(listed).hasSizeGreaterThan(100).isEqualTo(contractTypes());
    }

    private static Set<String> contractTypes() throws IOException {
        try (Stream<Path> files = Files.walk(CONTRACTS, 2)) {
            return files.filter(file -> CONTRACTS.relativize(file).getNameCount() == 2)
                    .filter(file -> file.toString().endsWith(".java") && !file.endsWith("package-info.java"))
                    .map(file -> file.getParent().getFileName() + "."
                            + file.getFileName().toString().replace(".java", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
