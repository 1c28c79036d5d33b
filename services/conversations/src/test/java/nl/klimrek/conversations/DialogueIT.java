package nl.klimrek.conversations;

import static nl.klimrek.testkit.service.TestClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.StreamSupport;
import nl.klimrek.servicekit.security.Role;
import nl.klimrek.testkit.events.EventSchema;
import nl.klimrek.testkit.events.TopicRecord;
import nl.klimrek.testkit.service.HttpAnswer;
import nl.klimrek.testkit.service.TestClient;
import org.junit.jupiter.api.Test;

/** A conversation as the two who talk live it, over HTTP and on the bus. */
class DialogueIT {

    private final Company company = new Company().joins(null, "mark").joins("mark", "emma");
    private final Talk talk = Talk.asked(company, "emma", "mark");
    private final TestClient emma = talk.employee;
    private final TestClient mark = talk.counterpart;

    @Test
    void a_conversation_goes_from_asked_to_closed_and_no_typed_word_leaves_the_service() throws Exception {
        talk.step(emma, "preparation", "{'answers':[{'question':'energy','text':'Quokkas give me energy'}]}")
                .ok();
        talk.step(emma, "preparation/sharing", "").ok();
        talk.confirmed();
        talk.step(emma, "statement", "{'text':'I would call it an axolotl.'}").ok();
        String agreement = talk.step(
                        mark,
                        "agreements",
                        "{'text':'Visit the pangolin department','owner':'MANAGER','dueDate':'" + Talk.day(14) + "'}")
                .ok()
                .text("/id");
        assertThat(talk.step(mark, "closing", "").ok().text("/status")).isEqualTo("CLOSED");
        talk.step(emma, "agreements/" + agreement + "/dropping", "{'reason':'The okapi moved away'}")
                .ok();

        List<String> facts = List.of(
                "conversation-planned",
                "preparation-saved",
                "preparation-shared",
                "conversation-invited",
                "conversation-accepted",
                "conversation-held",
                "conversation-recorded",
                "conversation-confirmed",
                "conversation-confirmed",
                "statement-added",
                "agreement-made",
                "conversation-closed",
                "agreement-dropped");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(company.typesOf(talk.id)).isEqualTo(facts));
        for (TopicRecord record : company.published()) {
            String data = record.data();
            assertThat(record.everything())
                    .doesNotContainIgnoringCase("zebrafish")
                    .doesNotContainIgnoringCase("quokka")
                    .doesNotContainIgnoringCase("axolotl")
                    .doesNotContainIgnoringCase("pangolin")
                    .doesNotContainIgnoringCase("okapi");
            assertValid(record.type(), data);
        }
        JsonNode held = talk.seenBy(emma).json().path("holding");
        assertThat(held.path("approach").asText()).isEqualTo("AMPLITIVE");
        assertThat(held.path("perspective").asText()).isEqualTo("PERSON");
    }

    private static void assertValid(String type, String data) {
        assertThat(EventSchema.violations(type, data)).as(type).isEmpty();
    }

    @Test
    void a_preparation_is_its_authors_alone_until_shared_and_each_look_is_logged() {
        talk.step(emma, "preparation", "{'answers':[{'question':'energy','text':'Mornings'}]}")
                .ok();
        assertThat(talk.seenBy(mark).json().path("theirs").path("answers").isMissingNode())
                .isTrue();
        assertThat(talk.seenBy(emma).text("/mine/answers/0/text")).isEqualTo("Mornings");
        assertThat(talk.seenBy(emma).text("/mine/answers/0/questionVersion")).isEqualTo("1");
        assertThat(company.published()).noneMatch(record -> record.type().contains("disclosed"));
        talk.step(emma, "preparation/sharing", "").ok();
        assertThat(talk.seenBy(mark).text("/theirs/answers/0/text")).isEqualTo("Mornings");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(company.published())
                        .filteredOn(record -> record.type().contains("disclosed"))
                        .singleElement()
                        .satisfies(record -> assertThat(record.data())
                                .contains(
                                        "\"viewer\":\"mark\"", "\"person\":\"emma\"", "\"content\":\"PREPARATION\"")));
    }

    @Test
    void hr_sees_where_it_stands_and_never_a_word() {
        talk.step(emma, "preparation", "{'answers':[{'question':'energy','text':'Mornings'}]}")
                .ok();
        talk.recorded();
        HttpAnswer seen = talk.seenBy(company.hr()).ok();
        assertThat(seen.text("/status")).isEqualTo("RECORDED");
        assertThat(seen.json().has("reports")).isFalse();
        assertThat(seen.json().toString()).doesNotContain("zebrafish").doesNotContain("Mornings");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(company.disclosures()).contains("hella CONVERSATION emma HR"));
    }

    @Test
    void an_answer_carries_its_question_for_both_readers_each_in_their_own_language() {
        talk.step(emma, "preparation", "{'answers':[{'question':'i-dare','text':'To lead'}]}")
                .ok();
        talk.step(mark, "preparation", "{'answers':[{'question':'duty-trust','text':'I let go'}]}")
                .ok();
        talk.step(emma, "preparation/sharing", "").ok();
        talk.step(mark, "preparation/sharing", "").ok();
        String dutch = mark.withLanguage("nl").get("/questions/i-dare").ok().text("/text");
        String english = mark.withLanguage("en").get("/questions/i-dare").ok().text("/text");
        assertThat(dutch).isNotEqualTo(english);
        assertThat(mark.withLanguage("nl").get("/conversations/" + talk.id).ok().text("/theirs/answers/0/asked"))
                .isEqualTo(dutch);
        assertThat(mark.withLanguage("en").get("/conversations/" + talk.id).ok().text("/theirs/answers/0/asked"))
                .isEqualTo(english);
        assertThat(emma.withLanguage("en").get("/conversations/" + talk.id).ok().text("/theirs/answers/0/asked"))
                .isEqualTo(emma.withLanguage("en")
                        .get("/questions/duty-trust")
                        .ok()
                        .text("/text"));
    }

    @Test
    void nobody_else_gets_near() {
        company.joins("mark", "otto");
        for (TestClient stranger :
                List.of(company.as("otto"), company.as("otto", Role.COACH, Role.MANAGER, Role.AUDITOR))) {
            assertThat(talk.seenBy(stranger).problem()).isEqualTo("403 forbidden");
            assertThat(talk.step(stranger, "invitation", Talk.slot(2)).problem())
                    .isEqualTo("403 forbidden");
        }
        assertThat(talk.step(company.hr(), "report", "{'text':'x'}").problem()).isEqualTo("403 forbidden");
    }

    @Test
    void another_organisation_finds_nothing() {
        Company other = new Company().joins(null, "mark").joins("mark", "emma");
        for (TestClient probe : List.of(other.as("emma"), other.as("mark"), other.hr())) {
            assertThat(talk.seenBy(probe).problem()).isEqualTo("404 conversation-unknown");
            assertThat(talk.step(probe, "invitation", Talk.slot(2)).problem()).isEqualTo("404 conversation-unknown");
            assertThat(probe.get("/conversations").json().path("items")).isEmpty();
            assertThat(probe.get("/conversations/agreements/open").json().path("items"))
                    .isEmpty();
        }
    }

    @Test
    void both_sides_accepting_different_slots_at_once_never_agree_on_two() {
        talk.step(mark, "invitation", Talk.slot(2)).ok();
        CompletableFuture<HttpAnswer> counter =
                CompletableFuture.supplyAsync(() -> talk.step(mark, "counter-proposal", Talk.slot(3)));
        CompletableFuture<HttpAnswer> accept =
                CompletableFuture.supplyAsync(() -> talk.step(emma, "acceptance", Talk.slot(2)));
        assertThat(counter.join().status()).isEqualTo(200);
        assertThat(accept.join().problem()).isIn("200 ", "409 slot-superseded");
        HttpAnswer now = talk.seenBy(emma);
        assertThat(now.text("/status")).isEqualTo("INVITED");
        assertThat(Talk.slot(3)).contains(now.text("/slotStart"));
        assertThat(talk.step(emma, "acceptance", Talk.slot(2)).problem()).isEqualTo("409 slot-superseded");
        assertThat(talk.step(mark, "acceptance", "").problem()).isEqualTo("409 own-proposal");
    }

    @Test
    void confirming_a_report_that_was_corrected_meanwhile_is_refused() {
        talk.recorded();
        talk.step(mark, "report/correction", "{'text':'Emma wants to lead the laboratory.'}")
                .ok();
        assertThat(talk.step(emma, "confirmation", "{'version':1}").problem()).isEqualTo("409 report-superseded");
        assertThat(talk.step(emma, "confirmation", "{'version':2}").ok().text("/status"))
                .isEqualTo("RECORDED");
        assertThat(talk.seenBy(emma).json().path("reports")).hasSize(2);
    }

    @Test
    void a_conversation_is_cancelled_with_a_reason_that_both_read_and_not_without() {
        for (String nothing : List.of("", "{}", "{'reason':'  '}")) {
            assertThat(talk.step(talk.employee, "cancellation", nothing).problem())
                    .isEqualTo("400 cancellation-needs-reason");
        }
        assertThat(company.as("emma")
                        .withLanguage("nl")
                        .post("/conversations/" + talk.id + "/cancellation", json("{}"))
                        .text("/title"))
                .isEqualTo("Geef een reden");
        assertThat(talk.status()).isEqualTo("PLANNED");
        talk.step(talk.employee, "cancellation", "{'reason':'We talked over lunch'}")
                .ok();
        for (TestClient reader : List.of(talk.employee, talk.counterpart)) {
            assertThat(talk.seenBy(reader).text("/endReason")).isEqualTo("We talked over lunch");
        }
        assertThat(talk.step(talk.employee, "cancellation", "{}").problem()).isEqualTo("409 step-not-possible");
    }

    @Test
    void before_a_talk_each_side_gets_three_questions_and_a_tip() {
        for (TestClient reader : List.of(talk.employee, talk.counterpart)) {
            JsonNode seen = talk.seenBy(reader).ok().json();
            assertThat(seen.path("opening").path("questions")).hasSize(3);
            assertThat(seen.path("opening").path("questions"))
                    .isSubsetOf(StreamSupport.stream(seen.path("questions").spliterator(), false)
                            .map(question -> question.path("id"))
                            .toList());
            assertThat(seen.path("opening").path("tip").asText()).isEqualTo("LISTEN");
            assertThat(seen.path("opening").path("text").asText()).isNotBlank();
        }
        talk.recorded();
        assertThat(talk.seenBy(talk.employee).json().has("opening"))
                .as("once it was held")
                .isFalse();
    }

    @Test
    void closing_without_agreement_is_refused_in_the_readers_language() {
        talk.confirmed();
        HttpAnswer english = talk.step(emma, "closing", "{}");
        assertThat(english.problem()).isEqualTo("409 agreement-needed");
        assertThat(english.text("/title")).startsWith("A conversation closes with an agreement");
        assertThat(talk.step(emma.withLanguage("nl"), "closing", "{}").text("/title"))
                .startsWith("Een gesprek sluit met een afspraak");
        assertThat(talk.step(emma, "closing", "{'noActionReason':'All is well'}")
                        .ok()
                        .text("/status"))
                .isEqualTo("CLOSED");
    }

    @Test
    void a_decline_needs_a_reason_or_another_time() {
        talk.accepted();
        assertThat(talk.step(emma, "decline", "{}").problem()).isEqualTo("400 decline-needs-answer");
        assertThat(talk.step(emma, "decline", "{'reason':'Ill'}").ok().text("/status"))
                .isEqualTo("PLANNED");
        assertThat(talk.seenBy(mark).text("/declineReason")).isEqualTo("Ill");
    }

    @Test
    void a_repeated_request_is_done_once_and_a_stale_one_not_at_all() {
        String key = UUID.randomUUID().toString();
        HttpAnswer first = mark.withIdempotencyKey(key)
                .post("/conversations/" + talk.id + "/invitation", json(Talk.slot(2)))
                .ok();
        assertThat(mark.withIdempotencyKey(key)
                        .post("/conversations/" + talk.id + "/invitation", json(Talk.slot(2)))
                        .ok()
                        .etag())
                .isEqualTo(first.etag());
        assertThat(mark.withIdempotencyKey(key)
                        .post("/conversations/" + talk.id + "/invitation", json(Talk.slot(3)))
                        .problem())
                .isEqualTo("422 idempotency-key-reused");
        assertThat(emma.withIfMatch("\"1\"")
                        .post("/conversations/" + talk.id + "/acceptance", json("{}"))
                        .problem())
                .isEqualTo("412 version-stale");
        assertThat(emma.withIfMatch(first.etag())
                        .post("/conversations/" + talk.id + "/acceptance", json("{}"))
                        .status())
                .isEqualTo(200);
        String asking = UUID.randomUUID().toString();
        assertThat(emma.withIdempotencyKey(asking)
                        .post("/conversations", json("{'type':'CAREER'}"))
                        .text("/id"))
                .isEqualTo(emma.withIdempotencyKey(asking)
                        .post("/conversations", json("{'type':'CAREER'}"))
                        .text("/id"));
    }

    @Test
    void an_open_agreement_is_on_the_agenda_of_the_next_conversation_until_it_is_kept() {
        talk.confirmed();
        String agreement = talk.step(
                        emma,
                        "agreements",
                        "{'text':'Shadow the planner','owner':'SHARED','dueDate':'" + Talk.day(10) + "'}")
                .ok()
                .text("/id");
        talk.step(emma, "closing", "").ok();
        Talk next = Talk.asked(company, "emma", "mark");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(next.seenBy(mark).text("/carriedOver/0/text"))
                        .isEqualTo("Shadow the planner"));
        assertThat(emma.get("/conversations/agreements/open").text("/items/0/id"))
                .isEqualTo(agreement);
        talk.step(mark, "agreements/" + agreement + "/keeping", "").ok();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(emma.get("/conversations/agreements/open")
                                .json()
                                .path("items"))
                        .isEmpty());
        assertThat(next.seenBy(mark).json().path("carriedOver")).isEmpty();
    }

    @Test
    void lists_follow_the_steps_and_an_event_delivered_twice_changes_nothing() {
        talk.accepted();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(emma.get("/conversations").text("/items/0/status"))
                        .isEqualTo("ACCEPTED"));
        JsonNode before = mark.get("/conversations").json();
        company.replay(company.published());
        Talk marker = Talk.asked(company, "emma", "mark");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(mark.get("/conversations").json().path("items"))
                                .hasSize(2));
        assertThat(mark.get("/conversations").json().path("items"))
                .filteredOn(item -> !item.path("conversation").asText().equals(marker.id))
                .containsExactly(before.path("items").get(0));
        assertThat(company.typesOf(talk.id)).hasSize(6);
    }

    @Test
    void what_does_not_fit_is_told_field_by_field() {
        assertThat(talk.step(mark, "invitation", "{'slotStart':'soon'}").problem())
                .isEqualTo("400 request-invalid");
        assertThat(talk.step(mark, "invitation", "not json").problem()).isEqualTo("400 body-unreadable");
        assertThat(talk.step(emma, "preparation", "{'answers':[{'question':'nope','text':'x'}]}")
                        .problem())
                .isEqualTo("400 question-unknown");
        assertThat(emma.post("/conversations", json("{'type':'DEVELOPMENT','counterpart':'emma'}"))
                        .problem())
                .isEqualTo("409 counterpart-is-employee");
        assertThat(emma.post(
                                "/conversations",
                                json("{'type':'DEVELOPMENT','windowFrom':'2020-01-01','windowUntil':'2020-01-02'}"))
                        .problem())
                .isEqualTo("409 window-passed");
        assertThat(emma.post("/conversations", json("{'type':'CAREER','counterpart':'no/body'}"))
                        .problem())
                .isEqualTo("404 person-unknown");
    }

    @Test
    void questions_are_read_in_ones_own_language_and_a_set_is_small() {
        assertThat(emma.get("/questions?limit=200").json().path("items").size()).isGreaterThanOrEqualTo(24);
        String english = talk.seenBy(emma).text("/questions/0/text");
        assertThat(talk.seenBy(emma.withLanguage("nl")).text("/questions/0/text"))
                .isNotBlank()
                .isNotEqualTo(english);
        assertThat(talk.seenBy(emma).json().path("questions").size()).isBetween(3, 7);
    }
}
