package nl.klimrek.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import nl.klimrek.acceptance.Command;
import nl.klimrek.acceptance.RunningPlatform;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.FileSystemUtils;

/**
 * Checks every page that each person can reach, in one language, on phone, tablet and desk. A page with a fault leaves a picture in
 * {@code target/pages}; {@code -Dklimrek.every-picture=true} leaves one of each page and width.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class EveryPageSuite {
    private static final Path OUT = Path.of("target/pages");
    private static final boolean EVERY_PICTURE = Boolean.getBoolean("klimrek.every-picture");
    private static final List<Integer> WIDTHS = List.of(320, 360, 768, 1280);
    private static final Map<String, List<String>> MUST = Map.of(
            "anna",
            List.of("/me", "/conversations", "/conversations/{id}", "/plan", "/budgets", "/journal", "/settings"),
            "bram",
            List.of("/me", "/conversations", "/team", "/journal"),
            "hr",
            List.of("/hr", "/hr/people", "/hr/imports", "/hr/quarantine", "/hr/cycles", "/hr/guarantees"),
            "coach",
            List.of("/coach"),
            "auditor",
            List.of("/journal/check", "/hr/guarantees"));

    private RunningPlatform platform;
    private Chromium chromium;

    private final String language;
    private final ColorScheme colours;
    private final Path html;

    EveryPageSuite(String language, ColorScheme colours) {
        this.language = language;
        this.colours = colours;
        this.html = OUT.resolve("html-" + language);
    }

    @BeforeAll
    void open() throws IOException {
        chromium = new Chromium();
        // Pages of an earlier run would be checked again.
        FileSystemUtils.deleteRecursively(html);
        Files.createDirectories(html);
        platform = RunningPlatform.shared();
        // The demo fills the pages.
        Command.Result demo = RunningPlatform.demo();
        assertThat(demo.exit()).as(demo.output()).isZero();
    }

    @AfterAll
    void close() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Order(1)
    @ParameterizedTest
    @ValueSource(strings = {"anna", "bram", "hr", "coach", "auditor"})
    void is_whole_and_accessible_at_every_width(String person) {
        List<String> faults = new ArrayList<>();
        Set<String> kinds;
        try (BrowserContext context = chromium.context(new Browser.NewContextOptions()
                .setLocale(language)
                .setViewportSize(1280, 900)
                .setColorScheme(colours))) {
            Page page = Chromium.signedIn(platform, context, person);
            page.onConsoleMessage(message -> {
                if (message.type().equals("error")) {
                    faults.add(page.url() + ": " + message.text());
                }
            });
            kinds = new Crawl(page, platform.url(""))
                    .from(
                            List.of(page.url().substring(platform.url("").length()), "/settings"),
                            (path, kind, response) -> {
                                String name = person + "-" + language + path.replaceAll("[^A-Za-z0-9]+", "-");
                                keep(name, response.text());
                                faultsOf(page, response, name)
                                        .forEach(fault -> faults.add(person + " " + path + ": " + fault));
                            });
        }
        assertThat(faults).as("on the pages of " + person + " in " + language).isEmpty();
        assertThat(kinds).as("what " + person + " can reach").containsAll(MUST.get(person));
        System.out.println("Checked as " + person + " in " + language + ": " + new TreeSet<>(kinds));
    }

    @Order(2)
    @Test
    void the_html_of_every_page_is_valid() {
        assertThat(Checkers.get().nu(html)).isEmpty();
    }

    private static List<String> faultsOf(Page page, Response response, String name) {
        List<String> faults = new ArrayList<>();
        if (response.status() != 200) {
            faults.add("status " + response.status());
        }
        if (page.locator("h1").count() != 1) {
            faults.add(page.locator("h1").count() + " headings of the first level");
        }
        if (page.locator("body").innerText().contains("??")) {
            faults.add("a text is missing");
        }
        for (int width : WIDTHS) {
            page.setViewportSize(width, width < 600 ? 740 : 900);
            List<String> here = new ArrayList<>(Layout.faults(page));
            if (width == 360 || width == 1280) {
                here.addAll(Checkers.get().axe(page));
            }
            if (EVERY_PICTURE || !here.isEmpty()) {
                page.screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(OUT.resolve(name + "-" + width + ".png")));
            }
            here.forEach(fault -> faults.add(width + " px: " + fault));
        }
        return faults;
    }

    private void keep(String name, String content) {
        try {
            Files.writeString(html.resolve(name + ".html"), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
