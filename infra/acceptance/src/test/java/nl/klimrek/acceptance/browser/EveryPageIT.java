package nl.klimrek.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
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
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.FileSystemUtils;

/**
 * Every page that each person can reach, in both languages, on phone, tablet and desk, light and dark. Pictures of all of
 * them are left in {@code target/pages}.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EveryPageIT {
    private static final Path OUT = Path.of("target/pages");
    private static final Path HTML = OUT.resolve("html");
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
    private static RunningPlatform platform;
    private static Chromium chromium;

    @BeforeAll
    static void open() throws IOException {
        chromium = new Chromium();
        // Pages of an earlier run would be checked again.
        FileSystemUtils.deleteRecursively(HTML);
        Files.createDirectories(HTML);
        platform = RunningPlatform.shared();
        // Something has to be there to be looked at: one whole cycle of the demo.
        Command.Result demo = platform.run("infra/demo");
        assertThat(demo.exit()).as(demo.output()).isZero();
    }

    @AfterAll
    static void close() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Order(1)
    @ParameterizedTest
    @CsvSource({
        "anna, nl",
        "bram, nl",
        "hr, nl",
        "coach, nl",
        "auditor, nl",
        "anna, en",
        "bram, en",
        "hr, en",
        "coach, en",
        "auditor, en"
    })
    void is_whole_and_accessible_at_every_width(String person, String language) {
        List<String> faults = new ArrayList<>();
        Set<String> kinds;
        try (BrowserContext context = chromium.context(new Browser.NewContextOptions()
                .setLocale(language)
                .setViewportSize(1280, 900)
                .setColorScheme(language.equals("nl") ? ColorScheme.LIGHT : ColorScheme.DARK))) {
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
                                List<String> here = new ArrayList<>();
                                if (response.status() != 200) {
                                    here.add("status " + response.status());
                                }
                                if (page.locator("h1").count() != 1) {
                                    here.add(page.locator("h1").count() + " headings of the first level");
                                }
                                if (page.locator("body").innerText().contains("??")) {
                                    here.add("a text is missing");
                                }
                                for (int width : WIDTHS) {
                                    page.setViewportSize(width, width < 600 ? 740 : 900);
                                    Layout.faults(page).forEach(fault -> here.add(width + " px: " + fault));
                                    page.screenshot(new Page.ScreenshotOptions()
                                            .setFullPage(true)
                                            .setPath(OUT.resolve(name + "-" + width + ".png")));
                                    if (width == 360 || width == 1280) {
                                        Checkers.get().axe(page).forEach(fault -> here.add(width + " px: " + fault));
                                    }
                                }
                                here.forEach(fault -> faults.add(person + " " + language + " " + path + ": " + fault));
                            });
        }
        assertThat(faults).as("on the pages of " + person + " in " + language).isEmpty();
        assertThat(kinds).as("what " + person + " can reach").containsAll(MUST.get(person));
        System.out.println("Looked at by " + person + " in " + language + ": " + new TreeSet<>(kinds));
    }

    @Order(2)
    @Test
    void the_html_of_every_page_is_valid() {
        assertThat(Checkers.get().nu(HTML)).isEmpty();
    }

    private static void keep(String name, String html) {
        try {
            Files.writeString(HTML.resolve(name + ".html"), html);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
