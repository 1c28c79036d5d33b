package nl.klimrek.conversations;

import static nl.klimrek.testkit.service.TestClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import nl.klimrek.servicekit.security.Role;
import nl.klimrek.testkit.service.HttpAnswer;
import nl.klimrek.testkit.service.TestClient;
import org.junit.jupiter.api.Test;

/** Colleagues help an employee on; the employee decides who else hears of it. */
class FeedbackIT {

    private static final String ASK =
            "{'colleagues':['cas','dora'],'kind':'FEED_FORWARD','questions':['What zebrafish suits me?','What may I try?']}";
    private static final String ANSWER = "{'answers':['The striped zebrafish','Ask earlier']}";

    private final Company company = new Company().joins(null, "mark", "nora").joins("mark", "emma", "cas", "dora");
    private final TestClient emma = company.as("emma");
    private final TestClient cas = company.as("cas");

    @Test
    void the_answer_is_the_employees_alone_until_shared_in_a_conversation() {
        String id = asked();
        listed(cas, "/conversations/feedback/to-give", 1);
        assertThat(cas.get(path(id)).ok().text("/questions/0/question")).isEqualTo("What zebrafish suits me?");
        cas.post(path(id) + "/answer", json(ANSWER)).ok();
        assertThat(emma.get(path(id)).ok().text("/questions/0/answer")).isEqualTo("The striped zebrafish");
        assertThat(cas.get(path(id)).ok().json().toString()).doesNotContain("striped");
        listed(cas, "/conversations/feedback/to-give", 0);
        for (TestClient stranger : List.of(
                company.as("mark"),
                company.as("dora"),
                company.hr(),
                company.as("nora"),
                company.as("coco", Role.COACH),
                company.as("audrey", Role.AUDITOR))) {
            assertThat(stranger.get(path(id)).problem()).isEqualTo("403 forbidden");
        }
        Talk talk = Talk.asked(company, "emma", "mark");
        assertThat(talk.counterpart.get(talkPath(talk)).ok().json().path("items"))
                .isEmpty();
        emma.post(path(id) + "/sharing", json("{'conversation':'%s','questions':[1]}", talk.id))
                .ok();
        JsonNode shared = listed(talk.counterpart, talkPath(talk), 1).get(0);
        assertThat(shared.path("questions"))
                .singleElement()
                .satisfies(one -> assertThat(one.path("answer").asText()).isEqualTo("The striped zebrafish"));
        assertThat(talk.counterpart.get(path(id)).problem()).isEqualTo("403 forbidden");
        assertThat(company.as("nora").get(talkPath(talk)).problem()).isEqualTo("403 forbidden");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(company.disclosures())
                        .contains(
                                "emma FEEDBACK cas PARTICIPANT",
                                "cas FEEDBACK_QUESTIONS emma PARTICIPANT",
                                "mark FEEDBACK emma SHARED"));
        assertThat(company.published())
                .noneMatch(event -> event.data().toLowerCase(Locale.ROOT).contains("zebrafish"));
    }

    @Test
    void a_former_manager_reads_nothing_that_was_shared() {
        String id = asked();
        cas.post(path(id) + "/answer", json(ANSWER)).ok();
        Talk talk = Talk.asked(company, "emma", "mark");
        emma.post(path(id) + "/sharing", json("{'conversation':'%s'}", talk.id)).ok();
        listed(talk.counterpart, talkPath(talk), 1);
        company.changesManager("emma", "nora");
        assertThat(talk.counterpart.get(talkPath(talk)).problem()).isEqualTo("403 forbidden");
        assertThat(company.as("nora").get(talkPath(talk)).problem()).isEqualTo("403 forbidden");
    }

    @Test
    void a_colleague_who_left_sees_nothing_and_answers_nothing() {
        String id = asked();
        listed(cas, "/conversations/feedback/to-give", 1);
        company.leaves("cas");
        listed(cas, "/conversations/feedback/to-give", 0);
        assertThat(cas.get(path(id)).problem()).isEqualTo("403 forbidden");
        assertThat(cas.post(path(id) + "/answer", json(ANSWER)).problem()).isEqualTo("403 forbidden");
    }

    @Test
    void who_left_has_no_colleagues_to_be_told_of() {
        emma.get("/conversations/feedback/colleagues").ok();
        company.leaves("emma");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(
                                emma.get("/conversations/feedback/colleagues").problem())
                        .isEqualTo("403 forbidden"));
    }

    @Test
    void what_can_be_no_id_names_no_conversation() {
        String id = asked();
        cas.post(path(id) + "/answer", json(ANSWER)).ok();
        for (String impossible : List.of("$where", "a b", "x/y", "\\ud800", "")) {
            assertThat(emma.post(path(id) + "/sharing", json("{'conversation':'%s'}", impossible))
                            .status())
                    .as(impossible)
                    .isIn(400, 404);
        }
        assertThat(emma.post(path(id) + "/sharing", json("{'conversation':'$where'}"))
                        .problem())
                .isEqualTo("404 conversation-unknown");
    }

    @Test
    void withdrawn_questions_are_gone_for_the_colleague_and_declining_needs_no_reason() {
        String id = asked();
        emma.post(path(id) + "/withdrawal").ok();
        assertThat(cas.get(path(id)).problem()).isEqualTo("403 forbidden");
        assertThat(cas.post(path(id) + "/answer", json(ANSWER)).problem()).isEqualTo("403 forbidden");
        String other = asked();
        cas.post(path(other) + "/decline").ok();
        assertThat(emma.get(path(other)).ok().text("/status")).isEqualTo("DECLINED");
        assertThat(cas.post(path(other) + "/answer", json(ANSWER)).problem())
                .isEqualTo("409 feedback-step-not-possible");
    }

    @Test
    void whom_can_be_asked_has_limits_and_is_said_in_the_readers_language() {
        Company other = new Company().joins(null, "olaf");
        assertThat(ask("emma").problem()).isEqualTo("400 colleagues-impossible");
        assertThat(ask("cas','cas").problem()).isEqualTo("400 colleagues-impossible");
        assertThat(ask("a','b','c','d','e','f").problem()).isEqualTo("400 colleagues-impossible");
        assertThat(ask("olaf").problem()).isEqualTo("404 person-unknown");
        assertThat(other.as("emma").get(path(asked())).problem()).isEqualTo("404 feedback-unknown");
        assertThat(emma.withLanguage("nl")
                        .post("/conversations/feedback", json(ASK.replace("What may I try?", "1-10")))
                        .text("/title"))
                .isEqualTo("Zeg het in woorden");
        assertThat(emma.get("/conversations/feedback/colleagues").json().toString())
                .isEqualTo("{\"invite\":2,\"most\":5,\"team\":[\"cas\",\"dora\"]}");
        Talk talk = Talk.asked(company, "cas", "mark");
        String id = asked();
        cas.post(path(id) + "/answer", json(ANSWER)).ok();
        assertThat(emma.post(path(id) + "/sharing", json("{'conversation':'%s'}", talk.id))
                        .problem())
                .isEqualTo("403 forbidden");
        assertThat(cas.post(path(id) + "/sharing", json("{'conversation':'%s'}", talk.id))
                        .problem())
                .isEqualTo("403 forbidden");
    }

    @Test
    void asked_twice_with_one_key_asks_once_and_of_two_answers_at_once_one_counts() {
        HttpAnswer first = emma.withIdempotencyKey("same")
                .post("/conversations/feedback", json(ASK))
                .ok();
        assertThat(emma.withIdempotencyKey("same")
                        .post("/conversations/feedback", json(ASK))
                        .json())
                .isEqualTo(first.json());
        listed(emma, "/conversations/feedback", 2);
        String id = first.text("/0/id");
        List<CompletableFuture<Integer>> answers = IntStream.range(0, 6)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> cas.post(path(id) + "/answer", json("{'answers':['One %d','Two %d']}", i, i))
                                .status()))
                .toList();
        assertThat(answers.stream().map(CompletableFuture::join))
                .containsOnlyOnce(200)
                .containsOnly(200, 409);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(company.typesOf(id)).containsExactly("feedback-asked", "feedback-given"));
    }

    private String asked() {
        return emma.post("/conversations/feedback", json(ASK)).ok().text("/0/id");
    }

    private HttpAnswer ask(String colleagues) {
        return emma.post("/conversations/feedback", json(ASK.replace("cas','dora", colleagues)));
    }

    private static String path(String id) {
        return "/conversations/feedback/" + id;
    }

    private static String talkPath(Talk talk) {
        return "/conversations/" + talk.id + "/feedback";
    }

    private static JsonNode listed(TestClient reader, String path, int size) {
        return await().atMost(Duration.ofSeconds(20))
                .until(() -> reader.get(path).ok().json().path("items"), items -> items.size() == size);
    }
}
