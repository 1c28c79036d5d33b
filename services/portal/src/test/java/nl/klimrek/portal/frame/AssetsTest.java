package nl.klimrek.portal.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.DefaultResourceLoader;

class AssetsTest {
    private static final Path VENDOR = Path.of("src/main/resources/nl/klimrek/portal/static/vendor");

    @Test
    void vendored_files_are_as_their_packages_have_them() throws IOException {
        List<String> listed = Files.readAllLines(VENDOR.resolve("vendor.sha256"));
        for (String line : listed) {
            String[] parts = line.split("  ");
            assertThat(digest(VENDOR.resolve(parts[1]))).as(parts[1]).isEqualTo(parts[0]);
        }
        try (Stream<Path> files = Files.walk(VENDOR)) {
            assertThat(files.filter(Files::isRegularFile)
                            .filter(file -> file.toString().matches(".*\\.(css|js)"))
                            .count())
                    .as("every vendored file is listed")
                    .isEqualTo(listed.size());
        }
    }

    @Test
    void a_brand_is_a_file_of_tokens_that_wins_over_the_default_ones(@TempDir Path folder) throws IOException {
        Path brand = Files.writeString(
                folder.resolve("brand.css"), ":root { --klimrek-accent: light-dark(#7b1e3a, #f2a7bd); }");
        Assets ours = new Assets(new DefaultResourceLoader(), "");
        Assets theirs = new Assets(new DefaultResourceLoader(), brand.toUri().toString());
        assertThat(theirs.style().content().lastIndexOf("--klimrek-accent:"))
                .isEqualTo(theirs.style().content().indexOf("--klimrek-accent: light-dark(#7b1e3a"));
        assertThat(theirs.style().path())
                .as("a browser that knows the other one asks again")
                .isNotEqualTo(ours.style().path());
        assertThat(theirs.script().path()).isEqualTo(ours.script().path());
    }

    @Test
    void a_brand_that_is_not_there_is_said_at_the_start() {
        assertThatThrownBy(() -> new Assets(new DefaultResourceLoader(), "file:/nowhere/brand.css"))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("/nowhere/brand.css");
    }

    /** No colour, type or measure of a brand may hide in the layout: it could not be changed from a token file. */
    @Test
    void the_layout_has_no_colour_of_its_own() throws IOException {
        String layout = Files.readString(Path.of("src/main/resources/nl/klimrek/portal/static/house.css"))
                .split("@media print")[0];
        assertThat(layout).doesNotContainPattern("#[0-9a-fA-F]{3,8}\\b");
    }

    private static String digest(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
