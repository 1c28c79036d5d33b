package nl.klimrek.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.klimrek.acceptance.RunningPlatform;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The main job of an employee, a manager and HR, each in a browser of their own, through pages alone. One story in its order. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MainJobIT {
    private static final String KIND = "Functioneringsgesprek";
    private static final String GOAL =
            "Wondzorg leren " + UUID.randomUUID().toString().substring(0, 6);
    private static final Pattern CODE = Pattern.compile("\\b[A-Z]{2,}_[A-Z_]+\\b|\\b[0-9a-f]{8}-[0-9a-f]{4}-|\\?\\?");
    private static Chromium chromium;
    private static Person anna;
    private static Person bram;
    private static Person hr;
    private static String talk;
    private static String goal;
    private static String approved;

    @BeforeAll
    static void open() {
        chromium = new Chromium();
        RunningPlatform platform = RunningPlatform.shared();
        anna = Person.signedIn(platform, chromium, "anna");
        bram = Person.signedIn(platform, chromium, "bram");
        hr = Person.signedIn(platform, chromium, "hr");
    }

    @AfterAll
    static void close() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Order(1)
    @Test
    void hr_starts_a_rhythm_and_plans_and_the_employee_is_invited() {
        hr.at("/hr/cycles")
                .follows("Begin een ritme")
                .unfolds("Andere soorten gesprekken")
                .chooses(KIND, "Één keer per jaar")
                .presses("Begin dit ritme");
        assertThat(hr.told()).contains("Je hebt het ritme gestart");
        assertThat(hr.reads()).contains("Er is niets verstuurd");
        hr.presses("Plan en nodig uit");
        assertThat(hr.told()).contains("Je hebt de gesprekken gepland");
        anna.until("/conversations", KIND + " met Bram");
        talk = anna.follows(KIND + " met Bram").path();
        assertThat(anna.reads()).contains("stelt een moment voor", "Hoort bij het ritme");
    }

    @Order(2)
    @Test
    void the_employee_writes_a_goal_and_starts_it() {
        goal = anna.writesAGoal(GOAL);
        assertThat(anna.reads()).contains(GOAL, "Nu: beginnen");
        anna.presses("Ik begin eraan");
        assertThat(anna.told()).contains("Je bent begonnen");
    }

    @Order(3)
    @Test
    void she_proposes_another_time_and_the_manager_accepts_it() {
        anna.at(talk).unfolds("Een ander moment, of het past niet").proposes(9);
        assertThat(anna.told()).contains("Je hebt een moment voorgesteld");
        bram.until(talk, "Neem dit moment aan").presses("Neem dit moment aan");
        assertThat(bram.told()).contains("Afgesproken");
    }

    @Order(4)
    @Test
    void both_prepare_and_each_reads_the_answers_of_the_other_under_their_questions() {
        String hers = prepares(anna, "Ik word blij van cliënten 🎉");
        String his = prepares(bram, "Wat ik graag van jou hoor");
        readsBelow(bram, hers, "Ik word blij van cliënten 🎉");
        readsBelow(anna, his, "Wat ik graag van jou hoor");
    }

    @Order(5)
    @Test
    void they_talk_write_a_report_and_both_confirm_it() {
        anna.at(talk);
        if (!anna.maySay("Ja, we hebben gesproken")) {
            anna.unfolds("Hebben jullie al gesproken?");
        }
        anna.presses("Ja, we hebben gesproken");
        assertThat(anna.told()).contains("Fijn dat jullie gesproken hebben");
        anna.writes("Waar ging het over?", "We spraken over wondzorg.").presses("Bewaar het verslag");
        assertThat(anna.told()).contains("Het verslag is bewaard");
        anna.presses("Ja, zo herinner ik het me");
        bram.at(talk);
        assertThat(bram.reads()).contains("We spraken over wondzorg.");
        bram.presses("Ja, zo herinner ik het me");
        assertThat(bram.told()).contains("Je hebt het verslag bevestigd");
    }

    @Order(6)
    @Test
    void they_agree_on_something_and_close_the_conversation() {
        bram.writes("Wat spreken jullie af?", "Twee dagen meelopen")
                .writes(
                        "Wanneer is het uiterlijk klaar?",
                        LocalDate.now(ZoneId.of("Europe/Amsterdam"))
                                .plusDays(40)
                                .toString())
                .presses("Voeg deze afspraak toe");
        assertThat(bram.told()).contains("De afspraak staat erbij");
        bram.presses("Rond het gesprek af");
        assertThat(bram.told()).contains("Het gesprek is afgerond");
        assertThat(anna.at(talk).reads())
                .contains("Dit gesprek is afgerond", "Twee dagen meelopen")
                .doesNotContainPattern(CODE);
    }

    @Order(7)
    @Test
    void she_asks_budget_for_the_goal_and_the_manager_approves_one_and_refuses_one_with_an_alternative() {
        approved = asks("Cursus wondzorg", "101,50");
        String refused = asks("Reis naar een beurs", "102,50");
        bram.until("/team/requests", "€ 101,50").follows("€ 101,50");
        // The page shows the request without its goal while the plan's service is slow to answer.
        assertThat(bram.until(bram.path(), GOAL).reads())
                .contains("Cursus wondzorg")
                .doesNotContainPattern(CODE);
        bram.presses("Keur deze aanvraag goed");
        assertThat(bram.told()).contains("Je keurde de aanvraag van Anna");
        bram.until("/team/requests", "€ 102,50")
                .follows("€ 102,50")
                .unfolds("Keur deze aanvraag niet goed")
                .writes("Waarom niet?", "De beurs past niet bij het doel.")
                .writes("Wat kan er wel?", "Een dag meelopen bij een collega.")
                .presses("Keur deze aanvraag niet goed");
        assertThat(bram.told()).contains("niet goed");
        assertThat(anna.until(refused, "Wat wel kan").reads())
                .contains("De beurs past niet bij het doel.", "Een dag meelopen bij een collega.");
    }

    @Order(8)
    @Test
    void she_hands_in_the_receipt() {
        anna.until(approved, "Lever de bon in")
                .writes("Wat staat er op de bon", "Factuur 12 van de aanbieder")
                .presses("Lever in");
        assertThat(anna.told()).contains("Je bon is ingeleverd");
        assertThat(anna.reads()).contains("Factuur 12 van de aanbieder", "Afgehandeld");
    }

    @Order(9)
    @Test
    void all_of_it_stands_in_the_journal() {
        anna.until("/budgets/ledger", "€ 101,50").at("/journal");
        StringBuilder steps = new StringBuilder(anna.steps());
        for (Locator on = anna.onward(); on.count() > 0; on = anna.onward()) {
            Locator next = on;
            steps.append(anna.answered(next::click).steps());
        }
        assertThat(steps)
                .contains(
                        "Gesprek gepland",
                        "Doel gesteld",
                        "Begonnen aan doel",
                        "Ander moment voorgesteld",
                        "Moment aangenomen",
                        "Voorbereiding gedeeld",
                        "Gesprek gevoerd",
                        "Verslag geschreven",
                        "Verslag bevestigd",
                        "Afspraak",
                        "Gesprek afgerond",
                        "Budget aangevraagd",
                        "Budgetaanvraag goedgekeurd",
                        "Budgetaanvraag niet goedgekeurd",
                        "Budget besteed");
        assertThat(steps.toString().toLowerCase(Locale.ROOT))
                .as("words that were typed")
                .doesNotContain("wondzorg", "meelopen");
        assertThat(steps).doesNotContainPattern(CODE);
    }

    /** Answers the first question and shares it; gives the question. */
    private static String prepares(Person person, String answer) {
        person.at(talk + "/preparation");
        String question = person.page
                .locator("#prepare label")
                .first()
                .locator("span")
                .first()
                .innerText();
        person.page.locator("#prepare textarea").first().fill(answer);
        person.presses("Bewaar mijn voorbereiding").presses("Deel met ");
        assertThat(person.told()).contains("Je voorbereiding is gedeeld");
        return question;
    }

    private static void readsBelow(Person person, String question, String answer) {
        String text =
                person.until(talk, "Voorbereiding").unfolds("Voorbereiding").reads();
        assertThat(text)
                .doesNotContainPattern(CODE)
                .containsPattern(Pattern.quote(question) + "\\s+" + Pattern.quote(answer));
    }

    private static String asks(String what, String amount) {
        anna.at(goal)
                .follows("Vraag leerbudget voor dit doel")
                .writes("Waar is het voor?", what)
                .writes("Hoeveel euro uit", amount)
                .writes(
                        "Wanneer heb je het nodig?",
                        LocalDate.now(ZoneId.of("Europe/Amsterdam"))
                                .plusDays(20)
                                .toString())
                .presses("Vraag dit aan");
        assertThat(anna.told()).contains("Je aanvraag is verstuurd");
        return anna.path();
    }
}
