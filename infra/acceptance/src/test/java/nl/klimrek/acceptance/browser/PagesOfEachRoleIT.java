package nl.klimrek.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import nl.klimrek.acceptance.RunningPlatform;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Opens the pages of each role on a phone. */
class PagesOfEachRoleIT {

    private static final Path PICTURES = Path.of("target/pages");
    private static final int WIDTH = 390;
    private static RunningPlatform platform;
    private static Chromium chromium;

    @BeforeAll
    static void open() {
        chromium = new Chromium();
        platform = RunningPlatform.shared();
    }

    @AfterAll
    static void close() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "anna, /me, nl-NL",
        "anna, /me, en-GB",
        "bram, /team, nl-NL",
        "hr, /hr, nl-NL",
        "hr, /hr, en-GB",
        "hr, /hr/guarantees, nl-NL",
        "hr, /hr/guarantees, en-GB"
    })
    void each_role_has_its_page(String person, String path, String locale) {
        try (BrowserContext context = chromium.context(locale, WIDTH)) {
            Page page = Chromium.signedIn(platform, context, person);
            page.navigate(platform.url(path));
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(PICTURES.resolve(person + path.replace('/', '-') + "-" + locale + ".png")));
            assertThat(page.url()).endsWith(path);
            assertThat(page.locator("html").getAttribute("lang")).isEqualTo(locale.substring(0, 2));
            assertThat(page.locator("h1").count()).isEqualTo(1);
            assertThat(page.locator("main").innerText()).isNotBlank().doesNotContain("??");
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .as("fits a phone")
                    .isLessThanOrEqualTo(WIDTH);
        }
    }

    @Test
    void an_employee_cannot_open_hr_s_page() {
        try (BrowserContext context = chromium.context("nl-NL", WIDTH)) {
            Page page = Chromium.signedIn(platform, context, "anna");
            page.navigate(platform.url("/hr"));
            assertThat(page.url()).as("brought back to one's own page").endsWith("/me");
        }
    }
}
