package nl.klimrek.portal.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** HTML allows a form in a block only, never in a line of text. */
class FormPlacementTest {

    private static final Pattern FORM_IN_TEXT =
            Pattern.compile("<(span|p|small|em|strong|label)\\b[^>]*>(?:(?!</?\\1\\b)[\\s\\S])*?<form\\b");

    @Test
    void no_template_has_a_form_in_a_line_of_text() throws IOException {
        List<Path> templates;
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            templates = files.filter(file -> file.toString().endsWith(".html")).toList();
        }
        assertThat(templates).hasSizeGreaterThan(50);
        assertThat(templates)
                .noneSatisfy(template -> assertThat(Files.readString(template)).containsPattern(FORM_IN_TEXT));
    }
}
