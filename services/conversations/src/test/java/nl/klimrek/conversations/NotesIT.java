package nl.klimrek.conversations;

import static nl.klimrek.testkit.service.TestClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import nl.klimrek.servicekit.security.Role;
import nl.klimrek.testkit.service.HttpAnswer;
import nl.klimrek.testkit.service.TestClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Private notes, shared notes and points for the agenda, over HTTP. */
class NotesIT {

    private static final String SECRET = "{'text':'The axolotl keeps me awake','shared':false}";
    private final Company company = new Company().joins(null, "mark", "otto").joins("mark", "emma");
    private final Talk talk = Talk.asked(company, "emma", "mark");
    private final TestClient emma = talk.employee;
    private final TestClient mark = talk.counterpart;

    @Test
    void a_private_note_is_read_by_its_author_alone_and_its_words_stay_home() {
        String note = talk.step(emma, "notes", SECRET).ok().text("/id");
        assertThat(notes(emma).get(0).path("text").asText()).isEqualTo("The axolotl keeps me awake");
        assertThat(notes(emma).get(0).path("shared").asBoolean()).isFalse();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(company.typesOf("emma:" + talk.id)).containsExactly("note-saved"));
        assertThat(company.published()).noneMatch(record -> record.data().contains("axolotl"));
        assertThat(company.typesOf(talk.id)).containsExactly("conversation-planned");
        assertThat(note).isNotBlank();
    }

    /** The counterpart is the manager here; each of the others holds another role, a colleague that of the author. */
    @ParameterizedTest
    @ValueSource(strings = {"mark", "otto", "cas", "hr", "coach", "auditor", "hr-system", "another organisation"})
    void no_role_reads_anothers_private_note_or_finds_out_that_there_is_one(String who) {
        Company other = new Company().joins(null, "emma");
        Map<String, TestClient> all = Map.of(
                "mark",
                mark,
                "otto",
                company.as("otto", Role.MANAGER),
                "cas",
                company.as("cas"),
                "hr",
                company.hr(),
                "coach",
                company.as("coco", Role.COACH),
                "auditor",
                company.as("ada", Role.AUDITOR),
                "hr-system",
                company.as("hr-system", Role.HR_SYSTEM),
                "another organisation",
                other.as("emma", Role.EMPLOYEE, Role.HR));
        TestClient reader = all.get(who);
        ConversationsUnderTest.SERVICE.awaitSettled();
        List<HttpAnswer> before = looks(reader, "nothing");
        String note = talk.step(emma, "notes", SECRET).ok().text("/id");
        ConversationsUnderTest.SERVICE.awaitSettled();
        List<HttpAnswer> after = looks(reader, note);
        assertThat(after)
                .hasSizeGreaterThan(45)
                .extracting(HttpAnswer::status, HttpAnswer::etag)
                .isEqualTo(before.stream()
                        .map(answer -> tuple(answer.status(), answer.etag()))
                        .toList());
        assertThat(after)
                .allSatisfy(answer -> assertThat(answer.json().toString())
                        .doesNotContain("axolotl")
                        .doesNotContain("note-saved"));
        assertThat(talk.step(reader, "notes/" + note + "/deletion", "").problem())
                .isEqualTo("404 note-unknown");
        assertThat(notes(emma)).hasSize(1);
    }

    /** Every endpoint that reads, with the conversation and the note for whatever it names, and every step on a note. */
    private List<HttpAnswer> looks(TestClient reader, String note) {
        return Stream.concat(
                        Endpoint.reading().stream(),
                        Endpoint.changing().stream().filter(one -> one.pattern().contains("{note}")))
                .flatMap(endpoint ->
                        endpoint.paths(List.of(talk.id, note)).stream().map(path -> endpoint.send(reader, path)))
                .toList();
    }

    @Test
    void a_deleted_note_is_gone_with_its_salt() {
        String key = UUID.randomUUID().toString();
        String note = emma.withIdempotencyKey(key)
                .post("/conversations/" + talk.id + "/notes", json(SECRET))
                .ok()
                .text("/id");
        String stored = stored();
        assertThat(stored).contains("axolotl", "salt");
        talk.step(emma, "notes/" + note + "/deletion", "").ok();
        String hash = stored.replaceAll("(?s).*\"hash\": \"([0-9a-f]{64})\".*", "$1");
        assertThat(hash).hasSize(64);
        assertThat(stored()).doesNotContain("axolotl").doesNotContain("salt").doesNotContain(note + "\", \"words");
        assertThat(emma.withIdempotencyKey(key)
                        .post("/conversations/" + talk.id + "/notes", json(SECRET))
                        .problem())
                .isEqualTo("404 note-unknown");
        assertThat(notes(emma)).isEmpty();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        assertThat(company.typesOf("emma:" + talk.id)).containsExactly("note-saved", "note-deleted"));
    }

    @Test
    void a_repeated_note_is_kept_once_and_its_key_is_not_for_other_words() {
        String key = UUID.randomUUID().toString();
        String path = "/conversations/" + talk.id + "/notes";
        String note = emma.withIdempotencyKey(key).post(path, json(SECRET)).ok().text("/id");
        assertThat(emma.withIdempotencyKey(key).post(path, json(SECRET)).ok().text("/id"))
                .isEqualTo(note);
        assertThat(emma.withIdempotencyKey(key)
                        .post(path, json("{'text':'Something else','shared':false}"))
                        .problem())
                .isEqualTo("422 idempotency-key-reused");
        assertThat(notes(emma)).hasSize(1);
    }

    @Test
    void a_note_is_shared_by_a_step_and_each_look_at_it_is_logged() {
        String note = talk.step(emma, "notes", SECRET).ok().text("/id");
        assertThat(notes(mark)).isEmpty();
        talk.step(emma, "notes/" + note + "/sharing", "").ok();
        talk.step(emma, "notes/" + note + "/sharing", "").ok();
        assertThat(notes(mark)).singleElement().satisfies(shared -> {
            assertThat(shared.path("text").asText()).contains("axolotl");
            assertThat(shared.path("by").asText()).isEqualTo("EMPLOYEE");
        });
        assertThat(notes(emma)).hasSize(1);
        assertThat(talk.step(mark, "notes/" + note + "/sharing", "").problem()).isEqualTo("404 note-unknown");
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(company.typesOf(talk.id)).contains("note-shared");
            assertThat(company.published())
                    .anyMatch(record -> record.data()
                            .contains("\"viewer\":\"mark\",\"person\":\"emma\",\"content\":\"SHARED_NOTE\""));
        });
    }

    @Test
    void points_of_both_sides_are_on_the_agenda_and_each_takes_off_only_their_own() {
        String point =
                talk.step(emma, "agenda", "{'text':'The pangolin roster'}").ok().text("/id");
        talk.step(mark, "agenda", "{'text':'Next year'}").ok();
        HttpAnswer agenda = mark.get("/conversations/" + talk.id + "/agenda").ok();
        assertThat(agenda.json().path("points").findValuesAsText("text"))
                .containsExactly("The pangolin roster", "Next year");
        assertThat(talk.seenBy(mark).json().path("points").findValuesAsText("by"))
                .containsExactly("EMPLOYEE", "COUNTERPART");
        assertThat(talk.step(mark, "agenda/" + point + "/removal", "").problem())
                .isEqualTo("409 point-not-yours");
        talk.step(emma, "agenda/" + point + "/removal", "").ok();
        assertThat(talk.step(company.hr(), "agenda", "{'text':'x'}").problem()).isEqualTo("403 forbidden");
        assertThat(company.hr().get("/conversations/" + talk.id + "/agenda").problem())
                .isEqualTo("403 forbidden");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(company.typesOf(talk.id))
                        .isEqualTo(List.of(
                                "conversation-planned",
                                "agenda-point-added",
                                "agenda-point-added",
                                "agenda-point-removed")));
        assertThat(company.published()).noneMatch(record -> record.data().contains("pangolin"));
    }

    @Test
    void who_is_no_longer_the_manager_keeps_only_what_they_wrote_for_themselves() {
        talk.step(emma, "notes", "{'text':'For both','shared':true}").ok();
        String own = talk.step(mark, "notes", "{'text':'For mark alone','shared':false}")
                .ok()
                .text("/id");
        company.changesManager("emma", "otto");
        assertThat(notes(mark))
                .singleElement()
                .satisfies(note -> assertThat(note.path("text").asText()).isEqualTo("For mark alone"));
        talk.step(mark, "notes/" + own + "/deletion", "").ok();
        assertThat(mark.get("/conversations/" + talk.id + "/notes").problem()).isEqualTo("403 forbidden");
        assertThat(talk.step(mark, "notes", SECRET).problem()).isEqualTo("403 forbidden");
    }

    private List<JsonNode> notes(TestClient reader) {
        return StreamSupport.stream(
                        reader.get("/conversations/" + talk.id + "/notes")
                                .ok()
                                .json()
                                .path("items")
                                .spliterator(),
                        false)
                .toList();
    }

    private String stored() {
        return ConversationsUnderTest.bean(MongoTemplate.class)
                .getCollection("notebooks")
                .find(new org.bson.Document("_id", company.name + "/emma:" + talk.id))
                .first()
                .toJson();
    }
}
