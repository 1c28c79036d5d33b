package nl.klimrek.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Opens the pages of each role in a real browser. */
class PagesIT {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path PICTURES = Path.of("target/pages");
    private static RunningPlatform platform;
    private static Playwright playwright;
    private static Browser browser;

    @BeforeAll
    static void open() throws IOException {
        if (!Files.isExecutable(CHROMIUM)) {
            System.err.println("SKIPPED: no Chromium at " + CHROMIUM + "; the pages were not looked at");
        }
        assumeThat(CHROMIUM).isExecutable();
        Files.createDirectories(PICTURES);
        platform = RunningPlatform.shared();
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setHeadless(true)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    @AfterAll
    static void close() {
        if (playwright != null) {
            playwright.close();
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
    void each_role_has_its_page(String person, String path, String locale) throws IOException {
        try (BrowserContext context = browser.newContext(
                new Browser.NewContextOptions().setLocale(locale).setViewportSize(390, 844))) {
            Page page = signedIn(context, person);
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
                    .isLessThanOrEqualTo(390);
        }
    }

    @Test
    void an_employee_cannot_open_hr_s_page() throws IOException {
        try (BrowserContext context = browser.newContext()) {
            Page page = signedIn(context, "anna");
            page.navigate(platform.url("/hr"));
            assertThat(page.url()).as("brought back to one's own page").endsWith("/me");
        }
    }

    private static Page signedIn(BrowserContext context, String person) throws IOException {
        Page page = context.newPage();
        page.navigate(platform.url("/"));
        page.locator("input[name=username]").fill(person);
        page.locator("input[name=password]")
                .fill(Files.readString(platform.data.resolve("secrets/password-" + person))
                        .strip());
        page.locator("button[type=submit]").last().click();
        page.waitForURL(url -> !url.contains("/identity/"));
        return page;
    }
}
