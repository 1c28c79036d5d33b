package nl.klimrek.conversations;

import static nl.klimrek.testkit.service.TestClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.component.VEvent;
import nl.klimrek.servicekit.security.Role;
import nl.klimrek.testkit.service.HttpAnswer;
import nl.klimrek.testkit.service.TestClient;
import org.junit.jupiter.api.Test;

/** A person's own calendar program reads when they talk, and nothing else. */
class CalendarFeedIT {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Company company =
            new Company().joins(null, "mark", "nora", "coco").joins("mark", "emma");
    private final TestClient emma = company.as("emma");

    @Test
    void a_feed_says_that_there_is_a_conversation_and_when_and_follows_it_with_a_rising_sequence() {
        String link = open(emma);
        assertThat(parsed(link).getComponents(Component.VEVENT)).isEmpty();
        Talk talk = Talk.asked(company, "emma", "mark");
        talk.step(talk.counterpart, "invitation", Talk.slot(2)).ok();
        int first = entry(link, talk, "TENTATIVE", 2);
        talk.step(emma, "acceptance", Talk.slot(2)).ok();
        int second = entry(link, talk, "CONFIRMED", 2);
        talk.step(emma, "counter-proposal", Talk.slot(4)).ok();
        int third = entry(link, talk, "TENTATIVE", 4);
        talk.step(emma, "cancellation", "{'reason':'Zebrafish day'}").ok();
        int last = entry(link, talk, "CANCELLED", 4);
        assertThat(List.of(first, second, third, last)).isSorted().doesNotHaveDuplicates();
        assertThat(company.published())
                .filteredOn(event -> event.subject().equals(talk.id))
                .extracting(event -> Math.toIntExact(event.sequence()))
                .as("what reminders hears")
                .contains(first, second, third, last);
        String text = body(link);
        assertThat(text).doesNotContainIgnoringCase("zebrafish").doesNotContain("DEVELOPMENT", "mark", "emma", "ASKED");
        assertThat(text.lines()).allMatch(line -> line.length() <= 75);
        assertThat(parsed(link)
                        .<VEvent>getComponents(Component.VEVENT)
                        .get(0)
                        .getSummary()
                        .getValue())
                .isEqualTo("Gesprek (Klimrek)");
    }

    @Test
    void of_a_conversation_outside_the_line_the_managers_feed_has_nothing_and_a_former_manager_keeps_nothing() {
        String marks = open(company.as("mark"));
        String emmas = open(emma);
        String id = emma.post("/conversations", json("{'type':'CAREER','counterpart':'coco'}"))
                .ok()
                .text("/id");
        Talk career = new Talk(id, emma, company.as("coco")).acceptedFor(Talk.slot(3));
        Talk inLine = Talk.asked(company, "emma", "mark").accepted();
        entry(marks, inLine, "CONFIRMED", 2);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(body(emmas)).contains(career.id));
        String cocos = open(company.as("coco"));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(body(cocos)).contains(career.id));
        ConversationsUnderTest.SERVICE.awaitSettled();
        assertThat(body(marks)).doesNotContain(career.id);
        company.changesManager("emma", "nora");
        entry(marks, inLine, "CANCELLED", 2);
    }

    @Test
    void what_was_held_with_a_former_coach_is_in_that_ones_feed_no_more() {
        company.hr()
                .post("/conversations/coaches", json("{'person':'coco','kind':'CAREER_COACH'}"))
                .ok();
        TestClient coco = company.as("coco");
        Talk talk = new Talk(
                        emma.post("/conversations", json("{'type':'CAREER','counterpart':'coco','coach':true}"))
                                .ok()
                                .text("/id"),
                        emma,
                        coco)
                .accepted();
        talk.step(emma, "holding", "{'questions':['energy']}").ok();
        String link = open(coco);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        assertThat(parsed(link).getComponents(Component.VEVENT)).hasSize(1));
        company.hr().post("/conversations/coaches/coco/ending").ok();
        assertThat(parsed(link).getComponents(Component.VEVENT)).isEmpty();
    }

    @Test
    void a_link_is_shown_once_ends_with_the_next_one_and_works_no_more_once_revoked() {
        String first = link(emma.withIdempotencyKey("one-key")
                .post("/conversations/calendar")
                .ok());
        assertThat(emma.withIdempotencyKey("one-key")
                        .post("/conversations/calendar")
                        .problem())
                .isEqualTo("409 calendar-link-shown");
        assertThat(status(first)).isEqualTo(200);
        String second = open(emma);
        assertThat(status(first)).isEqualTo(404);
        assertThat(status(second)).isEqualTo(200);
        assertThat(emma.get("/conversations/calendar").json().path("open").asBoolean())
                .isTrue();
        assertThat(emma.delete("/conversations/calendar").status()).isEqualTo(204);
        assertThat(emma.delete("/conversations/calendar").status()).isEqualTo(204);
        assertThat(status(second)).isEqualTo(404);
        assertThat(emma.get("/conversations/calendar").json().path("open").asBoolean())
                .isFalse();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(company.typesOf("calendar-emma"))
                        .containsExactly("calendar-feed-opened", "calendar-feed-opened", "calendar-feed-revoked"));
        assertThat(company.published()).noneMatch(event -> event.data().contains(token(first)));
    }

    @Test
    void unknown_revoked_changed_and_leavers_links_are_answered_alike_and_nothing_beside_the_feed_is_open() {
        String link = open(emma);
        String revoked = open(company.as("mark"));
        company.as("mark").delete("/conversations/calendar");
        String token = token(link);
        char last = token.charAt(token.length() - 2);
        String wrong = link.replace(
                token,
                token.substring(0, token.length() - 2) + (last == 'A' ? 'B' : 'A') + token.charAt(token.length() - 1));
        for (String dead : List.of(revoked, wrong, link.replace(token, "x"), link.replace(token, "e30"))) {
            HttpResponse<String> answer = fetch(dead);
            assertThat(answer.statusCode()).as(dead).isEqualTo(404);
            assertThat(answer.body()).contains("calendar-unknown");
            assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        }
        assertThat(fetch(link).headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(status(link.replace("/calendar/" + token + ".ics", "/calendar")))
                .isEqualTo(401);
        assertThat(status(link.replace(".ics", ""))).isEqualTo(401);
        assertThat(status(link.replace("/calendar/" + token + ".ics", ""))).isEqualTo(401);
        company.leaves("emma");
        assertThat(status(link)).isEqualTo(404);
        assertThat(emma.post("/conversations/calendar").problem()).isEqualTo("403 forbidden");
        assertThat(company.as("robot", Role.HR_SYSTEM)
                        .post("/conversations/calendar")
                        .problem())
                .isEqualTo("403 forbidden");
    }

    private int entry(String link, Talk talk, String status, int days) {
        Instant start = Instant.parse(Talk.slot(days).split("'")[3]);
        VEvent[] found = new VEvent[1];
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(parsed(link).<VEvent>getComponents(Component.VEVENT))
                    .singleElement()
                    .satisfies(event -> found[0] = event);
            assertThat(found[0].getStatus().getValue()).isEqualTo(status);
            assertThat(Instant.from(found[0].getDateTimeStart().getDate())).isEqualTo(start);
        });
        assertThat(found[0].getUid().orElseThrow().getValue()).isEqualTo(talk.id + "@conversations.klimrek");
        assertThat(found[0].getUrl().getValue()).isEqualTo("http://localhost:8080/conversations/" + talk.id);
        found[0].validate();
        return found[0].getSequence().getSequenceNo();
    }

    private static Calendar parsed(String link) {
        try {
            return new CalendarBuilder().build(new StringReader(body(link)));
        } catch (IOException | ParserException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static String open(TestClient person) {
        return link(person.post("/conversations/calendar").ok());
    }

    /** The link leads to the portal; here the service itself answers. */
    private static String link(HttpAnswer opened) {
        return opened.text("/link").replace("http://localhost:8080", ConversationsUnderTest.address());
    }

    private static String token(String link) {
        return link.substring(link.lastIndexOf('/') + 1, link.length() - 4);
    }

    private static String body(String link) {
        HttpResponse<String> answer = fetch(link);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/calendar");
        return answer.body();
    }

    private static int status(String link) {
        return fetch(link).statusCode();
    }

    private static HttpResponse<String> fetch(String link) {
        try {
            return HTTP.send(HttpRequest.newBuilder(URI.create(link)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new AssertionError(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }
}
