package nl.klimrek.portal.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.klimrek.portal.fixture.Browser;
import nl.klimrek.portal.fixture.FakeService;
import nl.klimrek.portal.fixture.FakeService.Asked;
import nl.klimrek.portal.fixture.RunningPortal;
import nl.klimrek.portal.upstream.Service;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keeping and dropping, on the page of a conversation, what was agreed in earlier ones. */
class CarriedOverPageTest {
    private static final String COURSE = carried("c-0", "a-1", "\"text\":\"Een cursus zoeken\",");
    private static final String BUDDY = carried("c-0", "a-2", "\"text\":\"Een maatje vragen\",");
    private static RunningPortal portal;
    private static FakeService conversations;

    @BeforeAll
    static void start() {
        portal = new RunningPortal(Map.of());
        conversations = portal.service(Service.CONVERSATIONS);
        portal.service(Service.JOURNAL).onJson("GET /api/journal/timeline", "{\"items\":[],\"next\":null}");
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @ParameterizedTest
    @CsvSource({"own-nl, EMPLOYEE, nl, Nagekomen, Gelukt", "own-en, EMPLOYEE, en, Kept, Done", "their-nl, COUNTERPART, nl, Nagekomen, Gelukt",
        "their-en, COUNTERPART, en, Kept, Done"})
    void either_side_keeps_one_without_claiming_a_version_of_a_conversation_that_the_page_does_not_show(
            String id, String side, String language, String button, String done) {
        conversation(id, side, "ACCEPTED", COURSE, BUDDY);
        conversations.onJson("POST " + over(id, "a-2", "keeping"), "{}");
        Browser browser = anna(language);
        HttpResponse<String> page = browser.open("/conversations/" + id);
        assertThat(page.body()).contains(">" + button + "<").contains("aria-describedby=\"agreement-c-0-a-2\"")
                .contains("id=\"agreement-c-0-a-2\">Een maatje vragen").doesNotContain("??");
        Map<String, String> form = form(page, id, "carried-keeping", "a-2");
        assertThat(browser.submit(page, "/conversations/" + id + "/carried-keeping", form).body()).contains(done);
        Asked asked = conversations.last("POST", over(id, "a-2", "keeping")).orElseThrow();
        assertThat(asked.headers()).containsEntry("idempotency-key", form.get("key")).doesNotContainKey("if-match");
    }

    @ParameterizedTest
    @CsvSource({"drop-nl, EMPLOYEE, nl, Waarom ze vervalt", "drop-en, COUNTERPART, en, Why it is dropped"})
    void either_side_drops_one_with_a_reason(String id, String side, String language, String label) {
        conversation(id, side, "CLOSED", COURSE);
        conversations.onJson("POST " + over(id, "a-1", "dropping"), "{}");
        Browser browser = anna(language);
        HttpResponse<String> page = browser.open("/conversations/" + id);
        assertThat(page.body()).contains("<label for=\"drop-agreement-c-0-a-1\">" + label);
        drop(browser, page, id, "a-1", "De cursus is \"vol\"");
        Asked asked = conversations.last("POST", over(id, "a-1", "dropping")).orElseThrow();
        assertThat(asked.body()).isEqualTo("{\"reason\":\"De cursus is \\\"vol\\\"\"}");
        assertThat(asked.headers()).doesNotContainKey("if-match");
    }

    @ParameterizedTest
    @CsvSource({"refused-nl, nl, Dit kan nu niet", "refused-en, en, This is not possible now"})
    void a_refusal_is_told_in_the_readers_language_and_the_reason_stands_in_its_own_form_with_strange_words_escaped(
            String id, String language, String told) {
        conversation(id, "EMPLOYEE", "HELD", COURSE, BUDDY);
        conversations.on("POST " + over(id, "a-2", "dropping"), refusal("Dit kan nu niet", "This is not possible now"));
        Browser browser = anna(language);
        String body = drop(browser, browser.open("/conversations/" + id), id, "a-2", "</textarea><script>1 & 2</script>").body();
        assertThat(body).contains(told).doesNotContain("<script>");
        assertThat(line(body, "a-2")).contains("&lt;/textarea&gt;&lt;script&gt;1 &amp; 2&lt;/script&gt;</textarea>").contains("<details open=\"open\">");
        assertThat(line(body, "a-1")).contains("></textarea>").contains("<details>");
    }

    @Test
    void when_the_other_settled_it_meanwhile_what_was_typed_is_still_there() {
        conversation("late", "EMPLOYEE", "HELD", COURSE);
        conversations.on("POST " + over("late", "a-1", "dropping"), exchange -> {
            conversation("late", "EMPLOYEE", "HELD");
            refusal("Deze afspraak was al afgerond", "").to(exchange);
        });
        Browser browser = anna("nl");
        String body = drop(browser, browser.open("/conversations/late"), "late", "a-1", "Geen <tijd> meer").body();
        assertThat(body).contains("Deze afspraak was al afgerond").contains("Dit schreef je:").contains("Geen &lt;tijd&gt; meer")
                .doesNotContain("carried-dropping");
    }

    @Test
    void after_no_answer_only_the_form_that_was_sent_has_its_key_again() {
        conversation("silent", "EMPLOYEE", "HELD", COURSE, BUDDY);
        conversations.on("POST " + over("silent", "a-1", "dropping"), FakeService.hangUp());
        Browser browser = anna("nl");
        HttpResponse<String> page = browser.open("/conversations/silent");
        String key = form(page, "silent", "carried-dropping", "a-1").get("key");
        HttpResponse<String> after = drop(browser, page, "silent", "a-1", "Te duur");
        assertThat(after.body()).contains("even niet beschikbaar").containsOnlyOnce(key);
        assertThat(form(after, "silent", "carried-dropping", "a-1")).containsEntry("key", key);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"words-nl | nl | Een afspraak met Bram Hoekstra. De woorden ervan zijn niet aan jou overgedragen.",
        "words-en | en | An agreement with Bram Hoekstra. Its words were not handed over to you."})
    void one_whose_words_were_not_handed_over_says_with_whom_it_was_made(String id, String language, String told) {
        portal.directory().list("bram", "Bram", "Hoekstra");
        conversation(id, "COUNTERPART", "ACCEPTED", carried("c-0", "a-3", ""));
        Browser browser = anna(language);
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(line(browser.open("/conversations/" + id).body(), "a-3")).contains(told));
    }

    @Test
    void one_of_this_conversation_is_dropped_at_the_version_that_was_seen_and_after_a_refusal_its_reason_is_still_there() {
        conversations.on("GET /api/conversations/c-0", FakeService.json(200, """
                {"id":"c-0","type":"CHECK_IN","status":"HELD","reason":"CADENCE","employee":"cees","counterpart":"dina","you":"EMPLOYEE",
                 "agreements":[{"id":"a-5","text":"Meelopen","owner":"SHARED","dueDate":"2026-12-01","state":"OPEN"}]}""", "ETag", "\"7\""));
        conversations.on("POST /api/conversations/c-0/agreements/a-5/dropping", refusal("Dit kan nu niet", ""));
        Browser browser = anna("nl");
        HttpResponse<String> page = browser.open("/conversations/c-0");
        Map<String, String> form = form(page, "c-0", "dropping", "a-5");
        form.putAll(Map.of("reason", "Geen plek", "etag", form.get("etag").replace("&quot;", "\"")));
        HttpResponse<String> after = browser.submit(page, "/conversations/c-0/dropping", form);
        assertThat(conversations.last("POST", "/api/conversations/c-0/agreements/a-5/dropping").orElseThrow().headers())
                .containsEntry("if-match", "\"7\"");
        assertThat(line(after.body(), "a-5")).contains(">Geen plek</textarea>");
    }

    @Test
    void the_words_of_an_agreement_are_words_whatever_they_look_like() {
        conversation("strange", "EMPLOYEE", "ACCEPTED", carried("c-0", "a-4", "\"text\":\"<img src=x onerror=y> ${7*7} [[1+1]]\","));
        assertThat(anna("en").open("/conversations/strange").body()).contains("&lt;img src=x onerror=y&gt; ${7*7} [[1+1]]").doesNotContain("<img");
    }

    @Test
    void in_a_cancelled_conversation_none_is_offered() {
        conversation("over", "EMPLOYEE", "CANCELLED", COURSE);
        assertThat(anna("nl").open("/conversations/over").body()).contains("Een cursus zoeken").doesNotContain("carried-keeping").doesNotContain("carried-dropping");
    }

    @Test
    void a_form_that_names_no_conversation_goes_nowhere() {
        conversation("forged", "EMPLOYEE", "ACCEPTED", COURSE);
        Browser browser = anna("en");
        HttpResponse<String> after = browser.submit(browser.open("/conversations/forged"), "/conversations/forged/carried-keeping",
                Map.of("key", "k", "from", "../forged", "agreement", "a-1"));
        assertThat(after.body()).contains("This step does not exist.");
        assertThat(conversations.asked()).noneMatch(asked -> asked.method().equals("POST") && asked.pathAndQuery().contains("forged"));
    }

    private static String carried(String from, String agreement, String text) {
        return "{\"conversation\":\"" + from + "\",\"with\":\"bram\",\"id\":\"" + agreement + "\"," + text
                + "\"owner\":\"SHARED\",\"dueDate\":\"2026-12-01\"}";
    }

    private static void conversation(String id, String side, String status, String... carried) {
        conversations.on("GET /api/conversations/" + id, FakeService.json(200, """
                {"id":"%s","type":"CHECK_IN","status":"%s","reason":"CADENCE","employee":"cees","counterpart":"dina","you":"%s",
                 "windowFrom":"2026-11-20","windowUntil":"2026-12-11","reportVersion":0,"questions":[],"reports":[],"agreements":[],
                 "carriedOver":[%s]}""".formatted(id, status, side, String.join(",", carried)), "ETag", "\"7\""));
    }

    private static String over(String id, String agreement, String step) {
        return "/api/conversations/" + id + "/carried-over/c-0/agreements/" + agreement + "/" + step;
    }

    private static FakeService.Answer refusal(String dutch, String english) {
        return exchange -> FakeService.json(409, "{\"code\":\"agreement-settled\",\"title\":\""
                + (exchange.getRequestHeaders().getFirst("Accept-Language").startsWith("nl") ? dutch : english) + "\"}",
                "Content-Type", "application/problem+json").to(exchange);
    }

    private static HttpResponse<String> drop(Browser browser, HttpResponse<String> page, String id, String agreement, String reason) {
        Map<String, String> form = form(page, id, "carried-dropping", agreement);
        form.put("reason", reason);
        return browser.submit(page, "/conversations/" + id + "/carried-dropping", form);
    }

    private static Browser anna(String language) {
        portal.issuer().letIn("anna", "EMPLOYEE");
        Browser browser = new Browser(portal.url(), language);
        browser.open("/me/looks");
        return browser;
    }

    /** What the page says of one agreement. */
    private static String line(String page, String agreement) {
        Matcher found = Pattern.compile("id=\"agreement-c-0-" + agreement + "\".*?</li>", Pattern.DOTALL).matcher(page);
        assertThat(found.find()).as("agreement " + agreement + " on the page").isTrue();
        return found.group();
    }

    /** The hidden fields of a step's form for one agreement. */
    private static Map<String, String> form(HttpResponse<String> page, String id, String step, String agreement) {
        Matcher form = Pattern.compile("action=\"/conversations/" + id + "/" + step + "\".*?</form>", Pattern.DOTALL)
                .matcher(line(page.body(), agreement));
        assertThat(form.find()).as("form of " + step).isTrue();
        Map<String, String> fields = new HashMap<>();
        Pattern.compile("name=\"(key|etag|from|agreement)\"(?: value=\"([^\"]*)\")?").matcher(form.group()).results()
                .forEach(field -> fields.put(field.group(1), field.group(2) == null ? "" : field.group(2)));
        return fields;
    }
}
