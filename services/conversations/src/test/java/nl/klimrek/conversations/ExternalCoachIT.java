package nl.klimrek.conversations;

import static nl.klimrek.testkit.service.TestClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import nl.klimrek.servicekit.security.Role;
import nl.klimrek.testkit.service.HttpAnswer;
import nl.klimrek.testkit.service.ServiceUnderTest;
import nl.klimrek.testkit.service.TestClient;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/** An external coach in one conversation or track: invited, admitted, and out again when it ends. */
class ExternalCoachIT {

    private final Company company = new Company().joins(null, "mark").joins("mark", "emma", "otto");
    private final TestClient emma = company.as("emma");

    @Test
    void an_invited_coach_accepts_prepares_notes_and_talks_and_is_out_when_the_conversation_is_closed() {
        ExternalTrack track = ExternalTrack.single(company, "emma");
        assertThat(track.check(track.link(1)).ok().text("/inviter")).isEqualTo("Emma Zebra");
        TestClient imane = track.in();
        Talk talk = new Talk(track.talk.id, emma, imane);
        assertThat(StreamSupport.stream(
                                imane.get("/conversations").json().path("items").spliterator(), false)
                        .map(item -> item.path("conversation").asText()))
                .containsExactly(talk.id);
        assertThat(talk.seenBy(imane).ok().text("/relation")).isEqualTo("EXTERNAL");
        assertThat(imane.get("/conversations/" + talk.id + "/times").status()).isEqualTo(200);
        assertThat(emma.get("/conversations/" + talk.id + "/times").status()).isEqualTo(200);
        talk.accepted();
        talk.step(imane, "preparation", "{'answers':[{'question':'energy','text':'Axolotl'}]}")
                .ok();
        talk.step(imane, "notes", "{'text':'Axolotl','shared':false}").ok();
        assertThat(emma.get("/conversations/" + talk.id + "/notes").json().path("items"))
                .isEmpty();
        talk.step(emma, "holding", "{'questions':['energy']}").ok();
        talk.step(imane, "report", "{'text':'We talked about the axolotl.'}").ok();
        talk.step(emma, "confirmation", "{'version':1}").ok();
        talk.step(imane, "confirmation", "{'version':1}").ok();
        talk.step(emma, "closing", "{'noActionReason':'The axolotl can wait'}").ok();
        assertThat(imane.get("/conversations").problem()).isEqualTo("401 token-invalid");
        ConversationsUnderTest.SERVICE.awaitSettled();
        assertThat(company.typesOf(track.coach))
                .containsSubsequence(
                        "external-coach-invited",
                        "external-coach-mailed",
                        "external-coach-accepted",
                        "external-coach-ended");
        assertThat(company.published())
                .isNotEmpty()
                .noneMatch(
                        event -> event.everything().toLowerCase(Locale.ROOT).matches("(?s).*(axolotl|zebra|@coach).*"));
    }

    @Test
    void a_coach_who_stops_or_is_withdrawn_is_out_at_once_and_what_lies_ahead_is_cancelled() {
        ExternalTrack withdrawn = ExternalTrack.single(company, "emma");
        TestClient imane = withdrawn.in();
        String unused = renewed(withdrawn, 2);
        emma.post("/conversations/external-coaches/" + withdrawn.coach + "/withdrawal")
                .ok();
        assertThat(imane.get("/conversations/external-coaches/me").problem()).isEqualTo("401 token-invalid");
        assertThat(withdrawn.talk.seenBy(imane).problem()).isEqualTo("401 token-invalid");
        assertThat(withdrawn.signIn(unused).problem()).isEqualTo("404 link-unknown");
        assertCancelled(withdrawn);
        String last = ExternalMailbox.text(lastMail(withdrawn, 3));
        assertThat(last).contains("has ended").doesNotContain("/guest/link/");

        ExternalTrack stopped = ExternalTrack.single(company, "emma");
        TestClient other = stopped.in();
        assertThat(other.post("/conversations/external-coaches/me/ending").status())
                .isEqualTo(204);
        assertThat(other.get("/conversations").problem()).isEqualTo("401 token-invalid");
        assertCancelled(stopped);
    }

    @Test
    void the_store_has_neither_the_secret_of_a_link_that_was_sent_nor_of_a_session() {
        ExternalTrack track = ExternalTrack.single(company, "emma");
        String link = track.link(1);
        String session = track.signIn(link).ok().text("/token");
        MongoDatabase store =
                ConversationsUnderTest.SERVICE.bean(MongoDatabaseFactory.class).getMongoDatabase();
        List<String> documents = StreamSupport.stream(
                        store.listCollectionNames().spliterator(), false)
                .flatMap(name ->
                        StreamSupport.stream(store.getCollection(name).find().spliterator(), false))
                .map(ExternalCoachIT::everything)
                .toList();
        assertThat(documents)
                .anyMatch(document -> document.contains(track.coach))
                .noneMatch(document -> document.contains(link))
                .noneMatch(document -> document.contains(session.substring(session.indexOf('.') + 1)));
    }

    /** A document as text, with what it holds as bytes. */
    private static String everything(Document document) {
        return document.toJson()
                + document.values().stream()
                        .filter(Binary.class::isInstance)
                        .map(bytes -> new String(((Binary) bytes).getData(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining());
    }

    @Test
    void signing_out_ends_this_session_and_a_new_link_begins_another() {
        ExternalTrack track = ExternalTrack.single(company, "emma");
        TestClient imane = track.in();
        String next = renewed(track, 2);
        assertThat(imane.post("/conversations/external-coaches/me/sign-out").status())
                .isEqualTo(204);
        assertThat(imane.get("/conversations").problem()).isEqualTo("401 token-invalid");
        assertThat(track.in(next).get("/conversations").status()).isEqualTo(200);
    }

    @Test
    void an_employee_who_leaves_ends_the_account() {
        ExternalTrack track = ExternalTrack.until(company, "emma", Talk.day(60));
        TestClient imane = track.in();
        company.leaves("emma");
        await().atMost(ServiceUnderTest.TIMEOUT)
                .untilAsserted(
                        () -> assertThat(imane.get("/conversations").problem()).isEqualTo("401 token-invalid"));
    }

    @Test
    void a_track_has_more_conversations_and_a_single_invitation_has_not() {
        ExternalTrack track = ExternalTrack.until(company, "emma", Talk.day(60));
        TestClient imane = track.in();
        Talk second = new Talk(ask(emma, track).ok().text("/id"), emma, imane);
        second.accepted();
        assertThat(second.seenBy(imane).status()).isEqualTo(200);
        assertThat(ask(company.as("otto"), track).problem()).isEqualTo("404 external-coach-unknown");
        assertThat(ask(emma, ExternalTrack.single(company, "emma")).problem()).isEqualTo("404 external-coach-unknown");
        second.step(emma, "cancellation", "{'reason':'Another time'}").ok();
        ConversationsUnderTest.SERVICE.awaitSettled();
        assertThat(imane.get("/conversations").status()).as("the track goes on").isEqualTo(200);
    }

    @Test
    void only_the_employee_invites_sees_and_withdraws_and_nobody_else_reads_any_of_it() {
        ExternalTrack track = ExternalTrack.single(company, "emma");
        ConversationsUnderTest.SERVICE.awaitConsumed();
        String path = "/conversations/external-coaches";
        for (TestClient other : List.of(
                company.as("mark", Role.EMPLOYEE, Role.MANAGER),
                company.hr(),
                company.as("otto"),
                company.as("coco", Role.COACH))) {
            assertThat(other.get(path).json().path("items")).isEmpty();
            assertThat(other.post(path + "/" + track.coach + "/withdrawal").problem())
                    .isEqualTo("404 external-coach-unknown");
            assertThat(other.get(path + "/me").problem()).isEqualTo("403 forbidden");
            assertThat(track.talk.seenBy(other).problem()).isEqualTo("403 forbidden");
        }
        for (TestClient stranger : List.of(company.as("nobody"), company.as("coco", Role.COACH))) {
            assertThat(stranger.post(path, json(ExternalTrack.body("x@coach.example", "'scope':'CONVERSATION'")))
                            .problem())
                    .isEqualTo("403 forbidden");
        }
        Company elsewhere = new Company().joins(null, "emma");
        assertThat(elsewhere
                        .as("emma")
                        .post(path + "/" + track.coach + "/withdrawal")
                        .problem())
                .isEqualTo("404 external-coach-unknown");
        await().atMost(ServiceUnderTest.TIMEOUT)
                .untilAsserted(() -> assertThat(company.as("mark", Role.EMPLOYEE, Role.MANAGER)
                                .get("/conversations/time-needed")
                                .json()
                                .path("items"))
                        .singleElement()
                        .satisfies(time -> assertThat(time.fieldNames())
                                .toIterable()
                                .containsExactlyInAnyOrder("employee", "from", "until")));
    }

    private static String renewed(ExternalTrack track, int message) {
        assertThat(track.renew(ExternalMailbox.link(track.email, 1)).status()).isEqualTo(202);
        return track.link(message);
    }

    private static MimeMessage lastMail(ExternalTrack track, int number) {
        ConversationsUnderTest.runJob("externalCoachJob");
        await().atMost(ServiceUnderTest.TIMEOUT)
                .until(() -> ExternalMailbox.of(track.email).size() >= number);
        return ExternalMailbox.of(track.email).get(number - 1);
    }

    private static HttpAnswer ask(TestClient employee, ExternalTrack track) {
        return employee.post("/conversations", json("{'type':'CAREER','counterpart':'" + track.coach + "'}"));
    }

    private void assertCancelled(ExternalTrack track) {
        await().atMost(ServiceUnderTest.TIMEOUT)
                .untilAsserted(() ->
                        assertThat(track.talk.seenBy(emma).text("/cancelled")).isEqualTo("COACH_ENDED"));
    }
}
