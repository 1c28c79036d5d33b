package nl.klimrek.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Checks that every relative link in the documentation leads to a file. */
class LinksTest {

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(?:#[^)]*)?\\)|src=\"([^\":]+)\"");

    @Test
    void every_relative_link_leads_to_a_file() throws IOException {
        List<String> broken = new ArrayList<>();
        int links = 0;
        for (Path page : pages()) {
            for (MatchResult link :
                    LINK.matcher(Files.readString(page)).results().toList()) {
                String target = link.group(1) == null ? link.group(2) : link.group(1);
                links++;
                if (!Files.exists(page.resolveSibling(target))) {
                    broken.add(Command.ROOT.relativize(page) + ": " + target);
                }
            }
        }
        assertThat(links).isGreaterThan(20);
        assertThat(broken).isEmpty();
    }

    private static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>(List.of(Command.ROOT.resolve("README.md")));
        for (String folder : List.of(".github", "infra", "libs", "services")) {
            try (Stream<Path> files = Files.walk(Command.ROOT.resolve(folder))) {
                files.filter(file -> file.toString().endsWith(".md")
                                && !file.toString().contains("/target/")
                                && !file.toString().contains("/node_modules/"))
                        .forEach(pages::add);
            }
        }
        return pages;
    }
}
