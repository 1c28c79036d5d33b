package nl.klimrek.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import nl.klimrek.acceptance.RunningPlatform;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two people who want to talk outside the usual hours: each is told so and each insists. */
class UnusualTimeIT {

    private static final String ANYWAY = "Stel het toch voor";
    private static final String ACCEPT_ANYWAY = "Neem het toch aan";

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
    void an_evening_is_agreed_when_both_want_it_all_the_same() {
        LocalDate day = LocalDate.now(ZoneId.of("Europe/Amsterdam")).plusDays(10);
        String talk = anna.asksForATalk("Bila");

        bram.at(talk).proposes(day, "20:30");
        assertThat(bram.maySay(ANYWAY)).as("he is told that it is unusual").isTrue();
        assertThat(anna.at(talk).maySay(ACCEPT_ANYWAY))
                .as("nothing was proposed yet")
                .isFalse();
        bram.presses(ANYWAY);
        assertThat(bram.told()).contains("Je hebt een moment voorgesteld");

        anna.until(talk, ACCEPT_ANYWAY);
        assertThat(anna.reads()).contains("20:30", "wil het toch");
        anna.presses(ACCEPT_ANYWAY);
        assertThat(anna.told()).contains("Afgesproken");
        assertThat(bram.at(talk).reads()).contains("20:30");
    }
}
