package nl.klimrek.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import nl.klimrek.acceptance.RunningPlatform;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The main tasks in a browser that runs no script. */
class WithoutScriptIT {
    private static Chromium chromium;
    private static Person anna;
    private static Person bram;

    @BeforeAll
    static void open() {
        chromium = new Chromium();
        RunningPlatform platform = RunningPlatform.shared();
        anna = Person.signedIn(platform, chromium, "anna", false);
        bram = Person.signedIn(platform, chromium, "bram", false);
    }

    @AfterAll
    static void close() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void a_goal_is_written_down_and_started() {
        String title = "Zonder script " + UUID.randomUUID().toString().substring(0, 6);
        anna.writesAGoal(title);
        anna.presses("Ik begin eraan");
        assertThat(anna.told()).contains("Je bent begonnen");
    }

    @Test
    void an_invitation_is_answered_with_another_time_and_that_is_accepted() {
        String talk = bram.at(anna.asksForATalk("Bila")).proposes(12).path();
        anna.until(talk, "Neem dit moment aan")
                .unfolds("Een ander moment, of het past niet")
                .proposes(14);
        assertThat(anna.told()).contains("Je hebt een moment voorgesteld");
        bram.until(talk, "Neem dit moment aan").presses("Neem dit moment aan");
        assertThat(bram.told()).contains("Afgesproken");
    }

    @Test
    void a_request_for_budget_is_decided() {
        String request = anna.asksForHours("Een dag meekijken", "5");
        bram.until("/team/requests/" + request, "Jouw besluit").presses("Keur deze aanvraag goed");
        assertThat(bram.told()).contains("Je keurde de aanvraag van Anna");
    }

    @Test
    void a_form_that_is_refused_comes_back_with_its_words_until_its_writer_begins_again() {
        anna.at("/budgets/ask")
                .writes("Waar is het voor?", "Een boek over wonden")
                .writes("Hoeveel euro uit", "veel")
                .writes(
                        "Wanneer heb je het nodig?",
                        java.time.LocalDate.now(java.time.ZoneId.of("Europe/Amsterdam"))
                                .plusDays(20)
                                .toString())
                .presses("Vraag dit aan");
        assertThat(anna.field("Waar is het voor?").inputValue()).isEqualTo("Een boek over wonden");
        assertThat(anna.reads()).contains("Vul een bedrag in");
        anna.presses("Begin opnieuw");
        assertThat(anna.field("Waar is het voor?").inputValue()).isEmpty();
    }
}
