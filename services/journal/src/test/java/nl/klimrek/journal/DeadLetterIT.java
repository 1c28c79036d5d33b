package nl.klimrek.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import nl.klimrek.contracts.TopicDefinition;
import nl.klimrek.contracts.Topics;
import nl.klimrek.contracts.directory.PersonListed;
import nl.klimrek.contracts.people.PersonLeft;
import nl.klimrek.journal.RunningJournals.Reply;
import nl.klimrek.servicekit.security.Role;
import org.apache.kafka.clients.consumer.ConsumerRecord;
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
    private static Victim victim;

    @BeforeAll
    static void listen() {
        victim = new Victim(RunningJournals.SHARED, READER);
    }

    @AfterAll
    static void stop() {
        victim.close();
    }

    @Test
    void after_a_repair_a_parked_record_has_its_effect_once_and_the_journal_tells_it_all() {
        String id = parkOne();
        victim.repairFor(organisation);

        Reply reply = replay(id, "k1");

        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        assertThat(reply.json().path("status").asText()).isEqualTo("REPLAYED");
        await().atMost(PATIENCE).until(() -> victim.effects(organisation, "anna") == 1);
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
    void a_parked_record_tells_where_and_why_but_never_its_content() {
        ProducerRecord<byte[], byte[]> poison = bus.record(
                Topics.PEOPLE,
                "nl.klimrek.people.person-left.v1",
                "anna",
                "anna",
                1,
                "u",
                "{\"person\":[\"Verzonnenstein\"]}".getBytes(UTF_8));
        bus.send(List.of(poison));
        List<JsonNode> letters = awaitLetters(2);

        assertThat(letters)
                .extracting(letter -> letter.path("group").asText())
                .containsExactlyInAnyOrder(READER, "journal");
        assertThat(letters).allSatisfy(letter -> {
            assertThat(letter.path("reason").asText()).isEqualTo("data-is-not-its-type");
            assertThat(letter.path("explanation").asText()).isEqualTo("Its content does not fit the type it names.");
            assertThat(letter.path("topic").asText()).isEqualTo(Topics.PEOPLE);
            assertThat(letter.path("eventType").asText()).isEqualTo("nl.klimrek.people.person-left.v1");
            assertThat(letter.path("bytes").asInt()).isEqualTo(poison.value().length);
            assertThat(letter.path("digest").asText()).hasSize(64);
        });
        steps(letters.get(0).path("id").asText(), 1);
        assertThat(auditor("/export").text()).doesNotContain("Verzonnenstein");
        try (MongoClient client = MongoClients.create(journals.backend.mongoUri())) {
            for (String collection : client.getDatabase(journals.database).listCollectionNames()) {
                for (Document document : client.getDatabase(journals.database)
                        .getCollection(collection)
                        .find()) {
                    assertThat(document.toJson()).doesNotContain("Verzonnenstein");
                }
            }
        }
    }

    @Test
    void replays_at_once_are_one() {
        String id = parkOne();
        victim.repairFor(organisation);

        List<CompletableFuture<Integer>> asked = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> replay(id, "at-once-" + i).status()))
                .toList();

        assertThat(asked).extracting(CompletableFuture::join).containsOnly(200);
        await().atMost(PATIENCE).until(() -> victim.effects(organisation, "anna") == 1);
        assertThat(steps(id, 2).get(1).at("/data/attempt").asInt()).isEqualTo(1);
        awaitEntries(3);
    }

    @Test
    void what_was_discarded_never_comes_back() {
        String id = parkOne();
        ConsumerRecord<byte[], byte[]> letter = bus.on(PARKED_AT).get(0);

        Reply reply = discard(id, "{\"reason\":\"DONE_OTHERWISE\"}", Map.of("Idempotency-Key", "d"));
        assertThat(reply.json().path("discardedBecause").asText())
                .as(reply.text())
                .isEqualTo("DONE_OTHERWISE");
        victim.repairFor(organisation);
        Reply refused = replay(id, "k");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().path("code").asText()).isEqualTo("dead-letter-discarded");

        victim.breakFor(organisation);
        bus.send(List.of(
                new ProducerRecord<>(PARKED_AT, null, letter.key(), letter.value(), letter.headers()),
                left("bram", 1)));
        assertThat(awaitLetters(1))
                .extracting(other -> other.path("eventSubject").asText())
                .containsExactly("bram");
        assertThat(auditor("/dead-letters/" + id).json().path("status").asText())
                .isEqualTo("DISCARDED");
        assertThat(steps(id, 2).get(1).path("type").asText()).isEqualTo("nl.klimrek.journal.dead-letter-discarded.v1");
        assertThat(victim.effects(organisation, "anna")).isZero();
    }

    @Test
    void what_fails_again_is_listed_again_and_can_be_given_once_more() {
        String id = parkOne();
        replay(id, "k1");
        await().atMost(PATIENCE)
                .until(() -> items(auditor("/dead-letters")).stream()
                        .anyMatch(letter -> letter.path("attempts").asInt() == 1));

        victim.repairFor(organisation);
        assertThat(replay(id, "k2").json().path("attempts").asInt()).isEqualTo(2);
        await().atMost(PATIENCE).until(() -> victim.effects(organisation, "anna") == 1);
        assertThat(steps(id, 4))
                .extracting(step -> step.at("/data/attempt").asInt())
                .containsExactly(0, 1, 1, 2);
    }

    @Test
    void a_record_overtaken_by_later_steps_is_parked_again_with_that_as_the_reason() {
        String id = parkOne();
        victim.repairFor(organisation);
        bus.send(List.of(left("anna", 2)));
        await().atMost(PATIENCE).until(() -> victim.effects(organisation, "anna") == 1);

        replay(id, "k1");

        await().atMost(PATIENCE)
                .until(() -> items(auditor("/dead-letters")).stream()
                        .anyMatch(letter -> letter.path("id").asText().equals(id)
                                && letter.path("reason").asText().equals("overtaken")));
        assertThat(victim.effects(organisation, "anna")).isEqualTo(1);
    }

    @Test
    void another_organisation_sees_nothing_and_only_hr_decides() {
        String id = parkOne();
        String other = "other-" + organisation;

        assertThat(items(journals.get("/dead-letters", "hr", other, Role.HR))).isEmpty();
        assertThat(journals.get("/dead-letters/" + id, "hr", other, Role.HR).status())
                .isEqualTo(404);
        for (String what : List.of("/replay", "/discard")) {
            String path = "/dead-letters/" + id + what;
            String body = what.equals("/discard") ? "{\"reason\":\"NOT_OURS\"}" : "";
            assertThat(journals.post(path, body, Map.of("Idempotency-Key", "k"), "hr", other, Role.HR)
                            .status())
                    .as(what)
                    .isEqualTo(404);
            assertThat(journals.post(
                                    path,
                                    body,
                                    Map.of("Idempotency-Key", "k"),
                                    "a",
                                    organisation,
                                    Role.AUDITOR,
                                    Role.EMPLOYEE)
                            .status())
                    .as(what)
                    .isEqualTo(403);
            assertThat(journals.post(path, body, Map.of(), "hr", organisation, Role.HR)
                            .status())
                    .as(what)
                    .isEqualTo(400);
        }
        assertThat(get("/dead-letters", "anna", Role.EMPLOYEE, Role.MANAGER).status())
                .isEqualTo(403);
        assertThat(get("/dead-letters/" + id, "anna", Role.EMPLOYEE).status()).isEqualTo(403);
        assertThat(items(auditor("/dead-letters"))).hasSize(1);
    }

    @Test
    void a_decision_is_on_what_was_seen_and_names_a_reason_there_is() {
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
    void what_can_not_be_said_to_be_anybodys_is_seen_by_those_who_operate_klimrek_alone() {
        ProducerRecord<byte[], byte[]> foreign = left("anna", 1);
        String event = header(foreign, "ce_id");
        foreign.headers().remove("ce_source").add("ce_source", "/somebody/else".getBytes(UTF_8));
        bus.send(List.of(foreign));

        await().atMost(PATIENCE)
                .until(() -> operators().stream()
                        .anyMatch(letter -> letter.path("eventId").asText().equals(event)));
        assertThat(items(auditor("/dead-letters"))).isEmpty();
        assertThat(operators())
                .filteredOn(letter -> letter.path("eventId").asText().equals(event))
                .allSatisfy(letter -> assertThat(letter.has("eventSubject")).isFalse());
    }

    @Test
    void a_name_that_was_erased_is_not_brought_back() {
        ProducerRecord<byte[], byte[]> listed = bus.event(
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
        listed.headers().add("klimrek-reason", "failed-IllegalStateException".getBytes(UTF_8));
        bus.send(List.of(
                new ProducerRecord<>(
                        TopicDefinition.deadLetters(Topics.DIRECTORY, "reminders"),
                        null,
                        listed.key(),
                        listed.value(),
                        listed.headers()),
                bus.tombstone(Topics.DIRECTORY, "anna")));
        String id = awaitLetters(1).get(0).path("id").asText();
        awaitEntries(2);

        assertThat(replay(id, "k").json().path("code").asText()).isEqualTo("dead-letter-erased");
    }

    @Test
    void a_long_list_is_read_page_by_page_oldest_first() {
        victim.breakFor(organisation);
        bus.send(IntStream.range(0, 7).mapToObj(i -> left("p" + i, 1)).toList());
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

    /** Parks the first step of anna's stream, while the reader is broken; its letter's id. */
    private String parkOne() {
        victim.breakFor(organisation);
        bus.send(List.of(left("anna", 1)));
        return awaitLetters(1).get(0).path("id").asText();
    }

    private List<JsonNode> awaitLetters(int many) {
        await().atMost(PATIENCE).until(() -> items(auditor("/dead-letters")).size() == many);
        return items(auditor("/dead-letters"));
    }

    private List<JsonNode> steps(String id, int many) {
        await().atMost(PATIENCE)
                .until(() -> items(auditor("/timeline?subject=" + id)).size() == many);
        return items(auditor("/timeline?subject=" + id));
    }

    private List<JsonNode> operators() {
        return items(journals.get("/dead-letters?limit=200", "op", OPERATIONS, Role.HR));
    }

    private Reply replay(String id, String key) {
        return journals.post(
                "/dead-letters/" + id + "/replay", "", Map.of("Idempotency-Key", key), "hr", organisation, Role.HR);
    }

    private Reply discard(String id, String body, Map<String, String> headers) {
        return journals.post("/dead-letters/" + id + "/discard", body, headers, "hr", organisation, Role.HR);
    }

    private ProducerRecord<byte[], byte[]> left(String person, long sequence) {
        return bus.event(person, person, sequence, "u", new PersonLeft(person, null, null, DAY));
    }

    private static String header(ProducerRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }
}
