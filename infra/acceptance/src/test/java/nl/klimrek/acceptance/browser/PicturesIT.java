package nl.klimrek.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import nl.klimrek.acceptance.Command;
import nl.klimrek.acceptance.RunningPlatform;
import org.junit.jupiter.api.Test;

/**
 * The three pictures of the README, taken from the demo. {@code infra/docs/pictures} lets them replace those of the README;
 * otherwise they stay in {@code target}.
 */
class PicturesIT {
    private static final Path FOLDER = Path.of(System.getProperty("klimrek.pictures", "target/pages/readme"));

    @Test
    void today_a_conversation_and_a_team_can_be_pictured() throws IOException {
        Files.createDirectories(FOLDER);
        RunningPlatform platform = RunningPlatform.shared();
        Command.Result demo = RunningPlatform.demo();
        assertThat(demo.exit()).as(demo.output()).isZero();
        try (Chromium chromium = new Chromium();
                BrowserContext anna = chromium.context("en", 1280);
                BrowserContext bram = chromium.context("en", 1280)) {
            Page mine = Chromium.signedIn(platform, anna, "anna");
            mine.navigate(platform.url("/me"));
            picture(mine, "today");
            mine.navigate(platform.url("/conversations"));
            mine.locator("main a[href^='/conversations/']:not([href*='?'])")
                    .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("Bram"))
                    .first()
                    .click();
            picture(mine, "conversation");
            Page team = Chromium.signedIn(platform, bram, "bram");
            team.navigate(platform.url("/team"));
            picture(team, "team");
        }
    }

    private static void picture(Page page, String name) {
        assertThat(page.locator("main h1").innerText()).isNotBlank();
        page.screenshot(new Page.ScreenshotOptions().setPath(FOLDER.resolve(name + ".png")));
    }
}
