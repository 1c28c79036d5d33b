package nl.klimrek.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import nl.klimrek.acceptance.RunningPlatform;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The main tasks with a keyboard alone. Wherever the focus comes, it can be seen. */
class KeyboardIT {
    private static Chromium chromium;
    private static Person anna;
    private static Person bram;

    @BeforeAll
    static void open() {
        chromium = new Chromium();
        RunningPlatform platform = RunningPlatform.shared();
        anna = Person.signedIn(platform, chromium, "anna");
        bram = Person.signedIn(platform, chromium, "bram");
    }

    @AfterAll
    static void close() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void the_first_tab_skips_to_the_content() {
        Keyboard keys = new Keyboard(anna.at("/plan/goals/new").page);
        keys.tab();
        assertThat(keys.focused()).contains("Naar de inhoud");
        keys.press("Enter");
        keys.tab();
        assertThat(keys.focused()).contains("Wat wil je bereiken?");
    }

    @Test
    void a_goal_is_written_down_and_started() {
        String title = "Toetsen " + UUID.randomUUID().toString().substring(0, 6);
        Keyboard keys = new Keyboard(anna.at("/plan/goals/new").page);
        keys.tabTo("Wat wil je bereiken?").type(title);
        keys.tabTo("Waarom is dat de moeite waard voor jou?").type("Omdat het kan");
        anna.answered(() -> keys.tabTo("Bewaar dit doel").press("Enter"));
        assertThat(anna.told()).contains(title);
        anna.answered(() -> keys.tabTo("Ik begin eraan").press("Space"));
        assertThat(anna.told()).contains("Je bent begonnen");
    }

    @Test
    void an_invitation_is_answered() {
        String talk = bram.at(anna.asksForATalk("Bila")).proposes(12).path();
        Keyboard keys = new Keyboard(anna.until(talk, "Neem dit moment aan").page);
        anna.answered(() -> keys.tabTo("Neem dit moment aan").press("Enter"));
        assertThat(anna.told()).contains("Afgesproken");
    }

    @Test
    void a_request_for_budget_is_decided() {
        String request = anna.asksForHours("Een dag meekijken", "4,5");
        Keyboard keys = new Keyboard(bram.until("/team/requests/" + request, "Jouw besluit").page);
        keys.tabTo("Keur deze aanvraag niet goed").press("Enter");
        keys.tabTo("Waarom niet?").type("Het rooster is vol.");
        keys.tabTo("Wat kan er wel?").type("In februari wel.");
        bram.answered(() -> keys.tabTo("Keur deze aanvraag niet goed").press("Space"));
        assertThat(bram.told()).contains("Je keurde de aanvraag van Anna");
        assertThat(bram.reads()).contains("Het rooster is vol.", "In februari wel.");
    }
}
