package nl.klimrek.acceptance.browser;

import static org.assertj.core.api.Assumptions.assumeThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import nl.klimrek.acceptance.RunningPlatform;

/** Debian's Chromium, driven headless. Without it the tests are skipped and say so. */
public final class Chromium implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/bin/chromium");
    private static final int PATIENCE_MILLIS = 30_000;
    private final Playwright playwright;
    private final Browser browser;

    public Chromium() {
        if (!Files.isExecutable(PROGRAM)) {
            System.err.println("SKIPPED: no Chromium at " + PROGRAM + "; the pages were not looked at");
        }
        assumeThat(PROGRAM).isExecutable();
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(PROGRAM)
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

    /** A browser of somebody's own, in a language. */
    public BrowserContext context(String language, int width) {
        return context(
                new Browser.NewContextOptions().setLocale(language).setViewportSize(width, width < 600 ? 740 : 900));
    }

    public BrowserContext context(Browser.NewContextOptions options) {
        BrowserContext context = browser.newContext(options);
        context.setDefaultTimeout(PATIENCE_MILLIS);
        return context;
    }

    /** A page of somebody who has just signed in with their password. */
    static Page signedIn(RunningPlatform platform, BrowserContext context, String person) {
        Page page = context.newPage();
        page.navigate(platform.url("/"));
        signIn(platform, page, person);
        return page;
    }

    /** Fills in the sign-in page that is open. */
    static void signIn(RunningPlatform platform, Page page, String person) {
        page.locator("input[name=username]").fill(person);
        page.locator("input[name=password]").fill(password(platform, person));
        page.locator("button[type=submit]").last().click();
        page.waitForURL(url -> !url.contains("/identity/"));
    }

    private static String password(RunningPlatform platform, String person) {
        try {
            return Files.readString(platform.data.resolve("secrets/password-" + person))
                    .strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        playwright.close();
    }
}
