package nl.klimrek.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.klimrek.acceptance.RunningPlatform;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever goes wrong while somebody writes: their words are still there, nobody else sees them, and nothing is sent twice. */
class NothingIsLostIT {
    private static final String WHAT = "Wat wil je bereiken?";
    private static final String WHY = "Waarom is dat de moeite waard voor jou?";
    private static final String SEND = "Bewaar dit doel";
    private static Chromium chromium;
    private static RunningPlatform platform;
    private Person anna;
    private String title;

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

    @BeforeEach
    void annaSignsIn() {
        anna = Person.signedIn(platform, chromium, "anna");
        title = "Doel 🎉 " + UUID.randomUUID();
    }

    @AfterEach
    void annaLeaves() {
        anna.close();
    }

    @Test
    void a_goal_comes_back_with_every_word_when_the_session_was_gone() {
        writesAGoal(anna);
        anna.context.clearCookies(new BrowserContext.ClearCookiesOptions().setName("PORTALSESSION"));
        anna.presses(SEND);
        assertIsBack(anna);
        anna.presses(SEND);
        assertThat(anna.told()).contains(title);
        assertThat(timesInPlan(title)).isEqualTo(1);
    }

    @Test
    void a_report_comes_back_after_signing_in_again() {
        String talk = held();
        anna.writes("Waar ging het over?", title);
        anna.context.clearCookies();
        anna.presses("Bewaar het verslag");
        Chromium.signIn(platform, anna.page, "anna");
        assertThat(anna.path()).startsWith(talk);
        assertThat(anna.told()).contains("Je sessie was verlopen", "Wat je schreef, staat er weer");
        assertThat(anna.field("Waar ging het over?").inputValue()).isEqualTo(title);
    }

    @Test
    void another_who_signs_in_after_the_session_was_gone_sees_no_word_of_it() {
        writesAGoal(anna);
        anna.context.clearCookies();
        anna.presses(SEND);
        Chromium.signIn(platform, anna.page, "bram");
        assertThat(anna.page.content()).doesNotContain(title);
        assertThat(anna.at("/plan/goals/new").page.content()).doesNotContain(title, "Omdat " + title);
    }

    @Test
    void a_refused_form_keeps_its_words_beside_the_error() {
        anna.at("/budgets/ask")
                .writes("Waar is het voor?", title)
                .writes("Hoeveel euro uit", "veel")
                .writes(
                        "Wanneer heb je het nodig?",
                        java.time.LocalDate.now(java.time.ZoneId.of("Europe/Amsterdam"))
                                .plusDays(20)
                                .toString())
                .presses("Vraag dit aan");
        assertThat(anna.field("Waar is het voor?").inputValue()).isEqualTo(title);
        assertThat(anna.field("Hoeveel euro uit").inputValue()).isEqualTo("veel");
        assertThat(anna.field("Hoeveel euro uit").getAttribute("aria-invalid")).isEqualTo("true");
        String error = anna.field("Hoeveel euro uit").getAttribute("aria-describedby");
        assertThat(anna.page.locator("[id='" + error + "']").innerText()).contains("Vul een bedrag in");
        assertIsAccessible(anna);
    }

    @Test
    void of_two_tabs_the_second_keeps_its_words_and_shows_what_is_there_now() {
        String talk = agreed();
        anna.at(talk + "/preparation");
        Person second = anna.tab().at(talk + "/preparation");
        anna.page.locator("#prepare textarea").first().fill("Eerst " + title);
        anna.presses("Bewaar mijn voorbereiding");
        second.page.locator("#prepare textarea").first().fill("Later " + title);
        second.presses("Bewaar mijn voorbereiding");
        assertThat(second.told()).contains("veranderde");
        assertThat(second.page.locator("#prepare textarea").first().inputValue())
                .isEqualTo("Later " + title);
        assertThat(second.reads()).contains("Nu is bewaard: Eerst " + title);
        assertIsAccessible(second);
    }

    @Test
    void a_double_click_sends_once() {
        writesAGoal(anna);
        anna.answered(() -> anna.button(SEND).dblclick());
        assertThat(timesInPlan(title)).isEqualTo(1);
    }

    @Test
    void back_after_sending_does_not_send_again() {
        List<String> sent = new ArrayList<>();
        writesAGoal(anna).presses(SEND);
        anna.page.onRequest(request -> {
            if (request.method().equals("POST")) {
                sent.add(request.url());
            }
        });
        anna.page.goBack();
        anna.page.goForward();
        anna.page.reload();
        assertThat(sent).isEmpty();
        assertThat(timesInPlan(title)).isEqualTo(1);
    }

    @Test
    void the_conversation_of_others_looks_like_one_that_does_not_exist() {
        String others;
        try (Person bram = Person.signedIn(platform, chromium, "bram")) {
            others = bram.asksForATalk("Ontwikkelgesprek");
        }
        String none = "/conversations/" + UUID.randomUUID();
        for (String page : List.of("", "/preparation", "/timeline")) {
            Response there = anna.page.navigate(platform.url(others + page));
            String one = looks(there, others);
            String other = looks(anna.page.navigate(platform.url(none + page)), none);
            assertThat(one).as(page).isEqualTo(other);
            assertThat(there.status()).as(page).isGreaterThanOrEqualTo(400);
        }
    }

    @Test
    void a_text_that_was_being_typed_is_back_after_the_page_was_closed_and_gone_after_sending() {
        Person tab = anna.tab().at("/plan/goals/new");
        tab.field(WHAT).fill(title);
        String reason = "Omdat " + title;
        tab.types(WHY, reason);
        tab.page
                .locator(".kept")
                .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("Voor je bewaard"))
                .waitFor();
        tab.page.close();
        anna.at("/plan/goals/new");
        assertThat(anna.field(WHAT).inputValue()).isEqualTo(title);
        assertThat(anna.field(WHY).inputValue()).isEqualTo(reason);
        assertThat(anna.reads()).contains("Dit schreef je eerder en is nog niet verstuurd");
        anna.presses(SEND);
        assertThat(anna.at("/plan/goals/new").field(WHAT).inputValue()).isEmpty();
        assertThat(anna.field(WHY).inputValue()).isEmpty();
    }

    @Test
    void signing_out_and_in_in_another_tab_does_not_lose_an_open_form() {
        writesAGoal(anna);
        Person second = anna.tab().at("/me");
        second.page.locator("details.self > summary").click();
        second.answered(
                () -> second.page.locator("form[action$='/logout'] button").click());
        second.page.navigate(platform.url("/me"));
        if (second.page.locator("input[name=username]").count() > 0) {
            Chromium.signIn(platform, second.page, "anna");
        }
        anna.presses(SEND);
        assertIsBack(anna);
    }

    @Test
    void script_is_shown_as_text_and_runs_nowhere() {
        List<String> dialogs = new ArrayList<>();
        anna.page.onDialog(dialog -> {
            dialogs.add(dialog.message());
            dialog.dismiss();
        });
        title = "<script>alert(1)</script><img src=x onerror=alert(2)> 'a\" 🎉 "
                + UUID.randomUUID().toString().substring(0, 6);
        writesAGoal(anna).presses(SEND);
        assertThat(anna.told()).contains(title);
        anna.at("/plan").follows(title);
        assertThat(anna.page.locator("h1").innerText()).isEqualTo(title);
        assertThat(anna.at("/me").page.locator("main script, main img").count()).isZero();
        assertThat(dialogs).isEmpty();
    }

    @Test
    void a_paste_of_a_megabyte_is_answered_kindly_and_breaks_nothing() {
        anna.at("/plan/goals/new").writes(WHAT, title);
        anna.field(WHY)
                .evaluate("field => { field.removeAttribute('maxlength'); field.value = 'lang '.repeat(200000); }");
        List<Integer> answers = new ArrayList<>();
        anna.page.onResponse(response -> {
            if (response.request().isNavigationRequest()) {
                answers.add(response.status());
            }
        });
        anna.presses(SEND);
        assertThat(answers).allMatch(status -> status < 500);
        assertThat(anna.page.locator("h1").innerText()).isEqualTo("Een doel toevoegen");
        assertThat(anna.told()).isNotBlank().doesNotContain("??");
        assertThat(anna.field(WHAT).inputValue()).isEqualTo(title);
        anna.writes(WHY, "Korter").presses(SEND);
        assertThat(anna.told()).contains(title);
    }

    @Test
    void a_form_too_large_to_be_read_says_so() {
        anna.at("/plan/goals/new").writes(WHAT, title);
        anna.field(WHY)
                .evaluate("field => { field.removeAttribute('maxlength'); field.value = 'lang '.repeat(1000000); }");
        anna.presses(SEND);
        assertThat(anna.reads()).contains("Dit is te groot", "meer tekst dan hier past");
        assertIsAccessible(anna);
        assertThat(timesInPlan(title)).isZero();
    }

    private Person writesAGoal(Person person) {
        return person.at("/plan/goals/new").writes(WHAT, title).writes(WHY, "Omdat " + title);
    }

    private void assertIsBack(Person person) {
        assertThat(person.path()).startsWith("/plan/goals/new");
        assertThat(person.told()).contains("Je sessie was verlopen", "Wat je schreef, staat er weer");
        assertThat(person.field(WHAT).inputValue()).isEqualTo(title);
        assertThat(person.field(WHY).inputValue()).isEqualTo("Omdat " + title);
        assertIsAccessible(person);
    }

    private static void assertIsAccessible(Person person) {
        assertThat(Checkers.get().axe(person.page)).isEmpty();
        assertThat(Layout.faults(person.page)).isEmpty();
    }

    private int timesInPlan(String goal) {
        return anna.at("/plan")
                .page
                .locator("main a", new Page.LocatorOptions().setHasText(goal))
                .count();
    }

    /** A conversation of Anna and Bram with a time; gives its path. */
    private String agreed() {
        String talk = anna.asksForATalk("Bila");
        anna.proposes(12);
        try (Person bram = Person.signedIn(platform, chromium, "bram")) {
            bram.until(talk, "Neem dit moment aan").presses("Neem dit moment aan");
        }
        return talk;
    }

    private String held() {
        String talk = agreed();
        anna.until(talk, "Hebben jullie al gesproken?")
                .unfolds("Hebben jullie al gesproken?")
                .presses("Ja, we hebben gesproken");
        return talk;
    }

    private static String looks(Response response, String path) {
        return response.status() + " " + response.text().replace(path.substring(path.lastIndexOf('/') + 1), "ID");
    }
}
