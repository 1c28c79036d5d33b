package nl.klimrek.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import nl.klimrek.contracts.TopicDefinition;
import nl.klimrek.contracts.Topics;
import nl.klimrek.contracts.directory.PersonListed;
import nl.klimrek.contracts.people.PersonLeft;
import nl.klimrek.servicekit.security.Role;
import nl.klimrek.testkit.events.TestEvent;
import nl.klimrek.testkit.events.TopicRecord;
import nl.klimrek.testkit.service.HttpAnswer;
import nl.klimrek.testkit.service.TestClient;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Dead letters are listed, replayed to their group alone, and discarded. */
class DeadLetterIT extends JournalServiceSuite {

    static final String READER = "insights";
    private static final String PARKED_AT = TopicDefinition.deadLetters(Topics.PEOPLE, READER);
    private static final String OPERATIONS = "klimrek-operations";
    private static FaultyReader reader;

    @BeforeAll
    static void listen() {
        reader = new FaultyReader(Journals.SHARED, READER);
    }

    @AfterAll
    static void stop() {
        reader.close();
    }

    @Test
    void a_replay_after_a_repair_has_its_effect_once_and_is_journalled() {
        String id = parkOne();
        reader.repairFor(organisation);

        HttpAnswer reply = replay(id, "k1");

        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        assertThat(reply.json().path("status").asText()).isEqualTo("REPLAYED");
        await().atMost(TIMEOUT).until(() -> reader.effects(organisation, "anna") == 1);
        assertThat(replay(id, "k2").json().path("attempts").asInt()).isEqualTo(1);
        assertThat(items(auditor("/dead-letters"))).isEmpty();
        List<JsonNode> steps = steps(id, 2);
        assertThat(steps)
                .extracting(step -> step.path("type").asText())
                .containsExactly(
                        "nl.klimrek.journal.dead-letter-parked.v1", "nl.klimrek.journal.dead-letter-replayed.v1");
        assertThat(steps).extracting(step -> step.path("actor").asText()).containsExactly("system:journal", "hr");
        assertThat(steps.get(0).path("correlation").asText()).isEqualTo("u");
        assertThat(steps.get(0).path("causation").asText())
                .isEqualTo(steps.get(0).at("/data/eventId").asText())
                .isNotEmpty();
        awaitEntries(3);
        assertThat(auditor("/gaps").json().path("open").asInt()).isZero();
    }

    @Test
    void a_parked_record_is_shown_with_place_and_reason_but_without_content() {
        TestEvent poison = event(
                Topics.PEOPLE,
                "nl.klimrek.people.person-left.v1",
                "anna",
                "anna",
                1,
                "u",
                "{\"person\":[\"Verzonnenstein\"]}".getBytes(UTF_8));
        send(List.of(poison));
        List<JsonNode> letters = awaitLetters(2);

        assertThat(letters)
                .extracting(letter -> letter.path("group").asText())
                .containsExactlyInAnyOrder(READER, "journal");
        assertThat(letters).allSatisfy(letter -> {
            assertThat(letter.path("reason").asText()).isEqualTo("data-is-not-its-type");
            assertThat(letter.path("explanation").asText()).isEqualTo("Its content does not fit the type it names.");
            assertThat(letter.path("topic").asText()).isEqualTo(Topics.PEOPLE);
            assertThat(letter.path("eventType").asText()).isEqualTo("nl.klimrek.people.person-left.v1");
            assertThat(letter.path("bytes").asInt()).isEqualTo(poison.toRecord().value().length);
            assertThat(letter.path("digest").asText()).hasSize(64);
        });
        steps(letters.get(0).path("id").asText(), 1);
        assertThat(auditor("/export").body()).doesNotContain("Verzonnenstein");
        try (MongoClient client = MongoClients.create(journals.backend().mongoUri())) {
            for (String collection : client.getDatabase(journals.database()).listCollectionNames()) {
                for (Document document : client.getDatabase(journals.database())
                        .getCollection(collection)
                        .find()) {
                    assertThat(document.toJson()).doesNotContain("Verzonnenstein");
                }
            }
        }
    }

    @Test
    void simultaneous_replays_are_one() {
        String id = parkOne();
        reader.repairFor(organisation);

        List<CompletableFuture<Integer>> asked = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> replay(id, "at-once-" + i).status()))
                .toList();

        assertThat(asked).extracting(CompletableFuture::join).containsOnly(200);
        await().atMost(TIMEOUT).until(() -> reader.effects(organisation, "anna") == 1);
        assertThat(steps(id, 2).get(1).at("/data/attempt").asInt()).isEqualTo(1);
        awaitEntries(3);
    }

    @Test
    void a_discarded_record_is_never_replayed() {
        String id = parkOne();
        TopicRecord letter = published(PARKED_AT).get(0);

        HttpAnswer reply = discard(id, "{\"reason\":\"DONE_OTHERWISE\"}", Map.of("Idempotency-Key", "d"));
        assertThat(reply.json().path("discardedBecause").asText())
                .as(reply.body())
                .isEqualTo("DONE_OTHERWISE");
        reader.repairFor(organisation);
        HttpAnswer refused = replay(id, "k");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().path("code").asText()).isEqualTo("dead-letter-discarded");

        reader.breakFor(organisation);
        journals.publisher().replay(List.of(letter));
        send(left("bram", 1));
        assertThat(awaitLetters(1))
                .extracting(other -> other.path("eventSubject").asText())
                .containsExactly("bram");
        assertThat(auditor("/dead-letters/" + id).json().path("status").asText())
                .isEqualTo("DISCARDED");
        assertThat(steps(id, 2).get(1).path("type").asText()).isEqualTo("nl.klimrek.journal.dead-letter-discarded.v1");
        assertThat(reader.effects(organisation, "anna")).isZero();
    }

    @Test
    void a_replay_that_fails_is_listed_again_and_can_be_repeated() {
        String id = parkOne();
        replay(id, "k1");
        await().atMost(TIMEOUT)
                .until(() -> items(auditor("/dead-letters")).stream()
                        .anyMatch(letter -> letter.path("attempts").asInt() == 1));

        reader.repairFor(organisation);
        assertThat(replay(id, "k2").json().path("attempts").asInt()).isEqualTo(2);
        await().atMost(TIMEOUT).until(() -> reader.effects(organisation, "anna") == 1);
        assertThat(steps(id, 4))
                .extracting(step -> step.at("/data/attempt").asInt())
                .containsExactly(0, 1, 1, 2);
    }

    @Test
    void a_record_overtaken_by_later_steps_is_parked_again_with_that_as_the_reason() {
        String id = parkOne();
        reader.repairFor(organisation);
        send(List.of(left("anna", 2)));
        await().atMost(TIMEOUT).until(() -> reader.effects(organisation, "anna") == 1);

        replay(id, "k1");

        await().atMost(TIMEOUT)
                .until(() -> items(auditor("/dead-letters")).stream()
                        .anyMatch(letter -> letter.path("id").asText().equals(id)
                                && letter.path("reason").asText().equals("overtaken")));
        assertThat(reader.effects(organisation, "anna")).isEqualTo(1);
    }

    @Test
    void other_organisations_see_nothing_and_only_hr_decides() {
        String id = parkOne();
        String other = "other-" + organisation;

        assertThat(items(journals.as("hr", other, Role.HR).get("/dead-letters")))
                .isEmpty();
        assertThat(journals.as("hr", other, Role.HR).get("/dead-letters/" + id).status())
                .isEqualTo(404);
        for (String what : List.of("/replay", "/discard")) {
            String path = "/dead-letters/" + id + what;
            String body = what.equals("/discard") ? "{\"reason\":\"NOT_OURS\"}" : "";
            TestClient hr = journals.as("hr", organisation, Role.HR);
            assertThat(journals.as("hr", other, Role.HR).post(path, body).status())
                    .as(what)
                    .isEqualTo(404);
            assertThat(journals.as("a", organisation, Role.AUDITOR, Role.EMPLOYEE)
                            .post(path, body)
                            .status())
                    .as(what)
                    .isEqualTo(403);
            assertThat(hr.send(hr.request(path)
                                    .header("Content-Type", "application/json")
                                    .POST(BodyPublishers.ofString(body)))
                            .status())
                    .as("%s without a key", what)
                    .isEqualTo(400);
        }
        assertThat(get("/dead-letters", "anna", Role.EMPLOYEE, Role.MANAGER).status())
                .isEqualTo(403);
        assertThat(get("/dead-letters/" + id, "anna", Role.EMPLOYEE).status()).isEqualTo(403);
        assertThat(items(auditor("/dead-letters"))).hasSize(1);
    }

    @Test
    void a_discard_needs_the_version_that_was_read_and_a_known_reason() {
        String id = parkOne();

        assertThat(discard(id, "{\"reason\":\"NOT_OURS\"}", Map.of("Idempotency-Key", "a", "If-Match", "\"7\""))
                        .status())
                .isEqualTo(412);
        assertThat(discard(id, "{\"reason\":\"BECAUSE\"}", Map.of("Idempotency-Key", "b"))
                        .status())
                .isEqualTo(400);
        assertThat(discard(id, "{}", Map.of("Idempotency-Key", "c")).status()).isEqualTo(400);
        assertThat(discard(id, "{\"reason\":\"EXPIRED\"}", Map.of("Idempotency-Key", "d"))
                        .status())
                .isEqualTo(403);
        assertThat(auditor("/dead-letters/" + id).json().path("status").asText())
                .isEqualTo("PARKED");
    }

    @Test
    void only_operators_see_records_that_belong_to_no_certain_organisation() {
        String event = UUID.randomUUID().toString();
        TestEvent foreign = left("anna", 1).withSource("/somebody/else").with("id", event);
        send(List.of(foreign));

        await().atMost(TIMEOUT)
                .until(() -> operators().stream()
                        .anyMatch(letter -> letter.path("eventId").asText().equals(event)));
        assertThat(items(auditor("/dead-letters"))).isEmpty();
        assertThat(operators())
                .filteredOn(letter -> letter.path("eventId").asText().equals(event))
                .allSatisfy(letter -> assertThat(letter.has("eventSubject")).isFalse());
    }

    @Test
    void a_replay_cannot_restore_an_erased_name() {
        TestEvent listed = event(
                "anna",
                "anna",
                1,
                "u",
                new PersonListed(
                        "anna",
                        "Noor",
                        "Verzonnenstein",
                        "n@example.org",
                        "nl",
                        "Europe/Amsterdam",
                        "b7f3a1c29d5e4f60718293a4b5c6d7e8"));
        ProducerRecord<byte[], byte[]> record = listed.toRecord();
        record.headers().add("klimrek-reason", "failed-IllegalStateException".getBytes(UTF_8));
        journals.publisher()
                .publishAll(List.of(new ProducerRecord<>(
                        TopicDefinition.deadLetters(Topics.DIRECTORY, "reminders"),
                        null,
                        record.key(),
                        record.value(),
                        record.headers())));
        sendErasure("anna");
        String id = awaitLetters(1).get(0).path("id").asText();
        awaitEntries(2);

        assertThat(replay(id, "k").json().path("code").asText()).isEqualTo("dead-letter-erased");
    }

    @Test
    void a_long_list_is_read_in_pages_oldest_first() {
        reader.breakFor(organisation);
        send(IntStream.range(0, 7).mapToObj(i -> left("p" + i, 1)).toList());
        awaitLetters(7);

        List<String> seen = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = auditor("/dead-letters?limit=3&after=" + after).json();
            page.path("items").forEach(letter -> seen.add(letter.path("id").asText()));
            after = page.path("next").isNull() ? null : page.path("next").asText();
        } while (after != null);

        assertThat(seen).hasSize(7).doesNotHaveDuplicates().isSorted();
    }

    /** Parks the first event of Anna's stream, while the reader fails, and returns the dead letter's id. */
    private String parkOne() {
        reader.breakFor(organisation);
        send(List.of(left("anna", 1)));
        return awaitLetters(1).get(0).path("id").asText();
    }

    private List<JsonNode> awaitLetters(int many) {
        await().atMost(TIMEOUT).until(() -> items(auditor("/dead-letters")).size() == many);
        return items(auditor("/dead-letters"));
    }

    private List<JsonNode> steps(String id, int many) {
        await().atMost(TIMEOUT)
                .until(() -> items(auditor("/timeline?subject=" + id)).size() == many);
        return items(auditor("/timeline?subject=" + id));
    }

    private List<JsonNode> operators() {
        return items(journals.as("op", OPERATIONS, Role.HR).get("/dead-letters?limit=200"));
    }

    private HttpAnswer replay(String id, String key) {
        return journals.as("hr", organisation, Role.HR).withIdempotencyKey(key).post("/dead-letters/" + id + "/replay");
    }

    private HttpAnswer discard(String id, String body, Map<String, String> headers) {
        TestClient hr = journals.as("hr", organisation, Role.HR);
        for (Map.Entry<String, String> header : headers.entrySet()) {
            hr = hr.withHeader(header.getKey(), header.getValue());
        }
        return hr.post("/dead-letters/" + id + "/discard", body);
    }

    private TestEvent left(String person, long sequence) {
        return event(person, person, sequence, "u", new PersonLeft(person, null, null, DAY));
    }
}
