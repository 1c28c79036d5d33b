package nl.klimrek.conversations;

import static nl.klimrek.testkit.service.TestClient.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.atomic.AtomicInteger;
import nl.klimrek.testkit.service.HttpAnswer;
import nl.klimrek.testkit.service.TestClient;

/** An external coach whom an employee of a test's company invited. */
final class ExternalTrack {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    final String email = "imane" + NUMBER.incrementAndGet() + "@coach.example";
    final TestClient employee;
    final String coach;
    final Talk talk;
    private final TestClient anonymous;

    private ExternalTrack(Company company, String person, String more) {
        employee = company.as(person);
        anonymous = ConversationsUnderTest.SERVICE.anonymous().below("/api").withLanguage("en");
        JsonNode invited = employee.post("/conversations/external-coaches", json(body(email, more)))
                .ok()
                .json();
        coach = invited.path("coach").asText();
        talk = new Talk(invited.path("conversation").asText(), employee, anonymous);
    }

    static String body(String email, String more) {
        return ("{'name':'Imane Axolotl','email':'%s','language':'en','inviter':'Emma Zebra'," + more + "}")
                .formatted(email);
    }

    static ExternalTrack single(Company company, String person) {
        return new ExternalTrack(company, person, "'scope':'CONVERSATION'");
    }

    static ExternalTrack until(Company company, String person, String lastDay) {
        return new ExternalTrack(
                company, person, "'scope':'TRACK','windowUntil':'%1$s','lastDay':'%1$s'".formatted(lastDay));
    }

    /** The secret in the link of a message. */
    String link(int message) {
        ConversationsUnderTest.runJob("externalCoachJob");
        return ExternalMailbox.link(email, message);
    }

    HttpAnswer check(String link) {
        return anonymous.post("/conversations/external-links/checks", json("{'link':'" + link + "'}"));
    }

    HttpAnswer signIn(String link) {
        return anonymous.post("/conversations/external-links/sessions", json("{'link':'" + link + "','terms':true}"));
    }

    HttpAnswer decline(String link) {
        return anonymous.post("/conversations/external-links/refusals", json("{'link':'" + link + "'}"));
    }

    HttpAnswer renew(String link) {
        return anonymous.post("/conversations/external-links/renewals", json("{'link':'" + link + "'}"));
    }

    /** A client with the session that a link gives. */
    TestClient in(String link) {
        return withToken(signIn(link).ok().text("/token"));
    }

    TestClient withToken(String token) {
        return anonymous.withHeader("Authorization", "Bearer " + token);
    }

    /** A client of the coach, who uses the invitation. */
    TestClient in() {
        return in(link(1));
    }
}
