package nl.klimrek.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import nl.klimrek.acceptance.RunningPlatform;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An organisation's own brand: one file of design tokens, no code. */
class BrandIT {
    private static final Path PICTURES = Path.of("target/pages");
    private static final String TOKENS = """
            :root, .klimrek-theme {
              --klimrek-accent: light-dark(#6b1f5c, #f0b3e2);
              --klimrek-accent-strong: light-dark(#4d1442, #f7d2ee);
              --klimrek-on-accent: light-dark(#ffffff, #33062a);
              --klimrek-accent-paper: light-dark(#f8e9f5, #3b1734);
              --klimrek-radius: 0;
            }
            """;

    @TempDir
    private static Path folder;

    private static Chromium chromium;
    private static RunningPlatform platform;

    @BeforeAll
    static void open() throws IOException {
        chromium = new Chromium();
        Path brand = Files.writeString(folder.resolve("brand.css"), TOKENS);
        Files.createDirectories(PICTURES);
        platform = RunningPlatform.fresh(
                Map.of("KLIMREK_PORTAL_BRAND", brand.toUri().toString()));
    }

    @AfterAll
    static void close() {
        if (platform != null) {
            platform.close();
        }
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void a_second_brand_gives_the_pages_its_own_colours_and_they_stay_accessible() {
        try (Person anna = Person.signedIn(platform, chromium, "anna")) {
            anna.at("/plan/goals/new");
            assertThat(anna.button("Bewaar dit doel").evaluate("button => getComputedStyle(button).backgroundColor"))
                    .isEqualTo("rgb(107, 31, 92)");
            assertThat(anna.button("Bewaar dit doel")
                            .evaluate("button => getComputedStyle(button).borderTopLeftRadius"))
                    .isEqualTo("0px");
            assertThat(Layout.faults(anna.page)).isEmpty();
            assertThat(Checkers.get().axe(anna.page)).isEmpty();
            anna.page.screenshot(
                    new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve("second-brand-goal.png")));
            anna.at("/me");
            assertThat(Checkers.get().axe(anna.page)).isEmpty();
            anna.page.screenshot(
                    new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve("second-brand-today.png")));
        }
    }
}
