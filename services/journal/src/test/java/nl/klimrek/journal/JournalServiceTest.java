package nl.klimrek.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import nl.klimrek.contracts.Topics;
import nl.klimrek.contracts.conversations.AgreementMade;
import nl.klimrek.contracts.conversations.AgreementOwner;
import nl.klimrek.contracts.conversations.ConversationPlanned;
import nl.klimrek.contracts.conversations.ConversationReason;
import nl.klimrek.contracts.conversations.ConversationType;
import nl.klimrek.contracts.conversations.ConversationsDisclosed;
import nl.klimrek.contracts.directory.PersonListed;
import nl.klimrek.contracts.people.PersonLeft;
import nl.klimrek.journal.RunningJournals.Reply;
import nl.klimrek.journal.verify.VerifyExport;
import nl.klimrek.servicekit.security.Role;
import nl.klimrek.testkit.security.TestTokens;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** The journal from outside: events in by Kafka, answers by HTTP, from two instances at once. */
class JournalServiceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final LocalDate DAY = LocalDate.of(2026, 12, 1);

    private final RunningJournals journals = RunningJournals.SHARED;
    private final String organisation = "org-" + UUID.randomUUID().toString().substring(0, 8);
    private final Bus bus = new Bus(journals.backend.bootstrapServers(), organisation);

    @Test
    void every_event_is_journalled_once_in_order_however_often_it_comes() {
        List<ProducerRecord<byte[], byte[]>> events = new ArrayList<>();
        for (int person = 0; person < 40; person++) {
            for (int sequence = 1; sequence <= 6; sequence++) {
                events.add(planned("p" + person, "c" + person, sequence));
            }
        }
        bus.send(events);
        bus.send(events.subList(30, 200));
        List<ProducerRecord<byte[], byte[]>> some = new ArrayList<>(events);
        Collections.shuffle(some, new Random(4));
        bus.send(some);
        bus.send(List.of(planned("last", "last", 1)));

        awaitEntries(events.size() + 1);
        assertThat(auditor("/gaps").json().path("open").asInt()).isZero();
        Map<String, Long> last = new HashMap<>();
        exported().forEach(entry -> assertThat(last.merge(entry.path("subject").asText(), entry.path("sequence").asLong(),
                (before, now) -> now == before + 1 ? now : -1L)).as("%s", entry).isPositive());
    }

    @Test
    void a_conversation_shows_its_steps_to_those_who_take_part_and_to_those_who_check() {
        bus.send(List.of(planned("anna", "c1", 1), agreed("anna", "c1", 2), planned("carla", "c2", 1)));
        awaitEntries(3);

        JsonNode page = auditor("/timeline?subject=c1").json();
        assertThat(items(auditor("/timeline?subject=c1"))).extracting(item -> item.path("type").asText()).containsExactly(
                "nl.klimrek.conversations.conversation-planned.v1", "nl.klimrek.conversations.agreement-made.v1");
        assertThat(page.at("/items/0/data/counterpart").asText()).isEqualTo("bram");
        assertThat(page.at("/items/0/actor").asText()).isEqualTo("hr");
        assertThat(page.at("/items/0/time").asText()).isEqualTo("2026-11-22T09:00:00.123Z");
        for (String person : List.of("anna", "bram")) {
            assertThat(items(get("/timeline?subject=c1", person, Role.EMPLOYEE))).as(person).hasSize(2);
        }
        assertThat(items(get("/timeline?subject=c1", "carla", Role.EMPLOYEE, Role.MANAGER))).isEmpty();
        assertThat(items(get("/timeline?correlation=u-c1", "anna", Role.EMPLOYEE))).hasSize(2);
        assertThat(items(get("/timeline?correlation=u-c1", "carla", Role.EMPLOYEE))).isEmpty();
        assertThat(items(get("/timeline?person=anna", "anna", Role.EMPLOYEE))).hasSize(2);
        assertThat(items(get("/timeline?person=anna", "hr", Role.HR))).hasSize(2);
        assertThat(get("/timeline?person=anna", "bram", Role.MANAGER).status()).isEqualTo(403);
    }

    @Test
    void a_timeline_is_read_page_by_page() {
        List<ProducerRecord<byte[], byte[]>> events = new ArrayList<>();
        for (int sequence = 1; sequence <= 25; sequence++) {
            events.add(planned("anna", "c1", sequence));
        }
        bus.send(events);
        awaitEntries(25);

        List<String> seen = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = get("/timeline?subject=c1&limit=10&after=" + after, "anna", Role.EMPLOYEE).json();
            seen.addAll(page.path("items").findValuesAsText("sequence"));
            after = page.path("next").isNull() ? null : page.path("next").asText();
        } while (after != null);

        assertThat(seen).hasSize(25).doesNotHaveDuplicates();
        assertThat(get("/timeline?subject=c1&after=x", "anna", Role.EMPLOYEE).status()).isEqualTo(400);
        assertThat(get("/timeline?subject=c1&person=anna", "anna", Role.EMPLOYEE).json().path("code").asText()).isEqualTo("timeline-of-what");
        assertThat(get("/timeline", "anna", Role.EMPLOYEE).status()).isEqualTo(400);
    }

    @Test
    void people_see_who_looked_at_their_own_file() {
        bus.send(List.of(
                bus.event("anna", "look-1", 1, "u", new ConversationsDisclosed("bram", "anna", "PREPARATION", "MANAGER")),
                bus.event("carla", "look-2", 1, "u", new ConversationsDisclosed("bram", "carla", "PREPARATION", "MANAGER"))));
        awaitEntries(2);

        JsonNode looks = get("/looks", "anna", Role.EMPLOYEE).json().path("items");

        assertThat(looks).hasSize(1);
        assertThat(looks.path(0).path("viewer").asText()).isEqualTo("bram");
        assertThat(looks.path(0).path("content").asText()).isEqualTo("PREPARATION");
        assertThat(looks.path(0).path("allowedBecause").asText()).isEqualTo("MANAGER");
        assertThat(items(get("/looks", "bram", Role.MANAGER))).isEmpty();
    }

    @Test
    void a_missing_number_is_an_alarm_until_it_arrives() {
        bus.send(List.of(planned("anna", "c1", 1), planned("anna", "c1", 4)));
        awaitEntries(2);
        JsonNode gaps = auditor("/gaps").json();
        assertThat(gaps.path("items")).hasSize(1);
        assertThat(gaps.at("/items/0/stream").asText()).isEqualTo("/klimrek/conversations#c1");
        assertThat(gaps.at("/items/0/from").asLong()).isEqualTo(2);
        assertThat(gaps.at("/items/0/to").asLong()).isEqualTo(3);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(gauge(0) + gauge(1)).isPositive());

        bus.send(List.of(planned("anna", "c1", 2), planned("anna", "c1", 3)));
        awaitEntries(4);

        gaps = auditor("/gaps").json();
        assertThat(gaps.path("items")).isEmpty();
        assertThat(gaps.path("found").asInt()).isEqualTo(1);
    }

    @Test
    void names_are_journalled_as_commitments_and_their_erasure_as_a_step() {
        bus.send(List.of(
                bus.event("anna", "anna", 1, "u", new PersonListed("anna", "Noor", "Verzonnenstein", "n@example.org", "nl",
                        "Europe/Amsterdam", "b7f3a1c29d5e4f60718293a4b5c6d7e8")),
                bus.tombstone(Topics.DIRECTORY, "anna"), bus.tombstone(Topics.DIRECTORY, "anna")));
        awaitEntries(2);

        List<JsonNode> entries = exported();
        assertThat(entries).extracting(entry -> entry.path("content").asText()).containsExactly("COMMITMENT", "ERASURE");
        assertThat(auditor("/export").text()).doesNotContain("Verzonnenstein").doesNotContain("b7f3a1c29d5e4f60");
        try (MongoClient client = MongoClients.create(journals.backend.mongoUri())) {
            for (String collection : client.getDatabase(journals.database).listCollectionNames()) {
                for (Document document : client.getDatabase(journals.database).getCollection(collection).find()) {
                    assertThat(document.toJson()).doesNotContain("Verzonnenstein");
                }
            }
        }
        assertThat(auditor("/verify").json().path("verified").asBoolean()).isTrue();
    }

    @Test
    void an_event_of_a_type_that_is_unknown_here_is_journalled_too() {
        bus.send(List.of(
                bus.record(Topics.REMINDERS, "nl.klimrek.reminders.sung.v9", "anna", "r1", 1, "u", "{\"tune\":3}".getBytes(UTF_8)),
                bus.record(Topics.REMINDERS, "nl.klimrek.reminders.sung.v9", "anna", "r1", 2, "u", new byte[] {(byte) 0xff, 0})));
        awaitEntries(2);

        JsonNode items = auditor("/timeline?subject=r1").json().path("items");
        assertThat(items.path(0).at("/data/tune").asInt()).isEqualTo(3);
        assertThat(items.path(1).path("content").asText()).isEqualTo("OPAQUE");
        assertThat(auditor("/verify").json().path("verified").asBoolean()).isTrue();
    }

    @Test
    void checkpoints_are_published_outside_the_journals_own_database() {
        bus.send(List.of(planned("anna", "c1", 1), planned("anna", "c1", 2)));
        awaitEntries(2);

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(bus.on(Topics.JOURNAL_CHECKPOINTS)).isNotEmpty());
        await().atMost(PATIENCE).untilAsserted(() ->
                assertThat(auditor("/checkpoints").json().path("items").findValuesAsText("position")).contains("2"));
        assertThat(auditor("/checkpoints").json().path("publicKey").asText()).isNotEmpty();
        var published = bus.on(Topics.JOURNAL_CHECKPOINTS);
        assertThat(new HashSet<>(published.stream().map(record -> new String(record.value(), UTF_8)).toList()))
                .as("no two for one position").hasSameSizeAs(published);
    }

    @Test
    void a_running_journal_is_verified_from_outside_against_what_was_published() throws Exception {
        bus.send(List.of(planned("anna", "c1", 1), planned("anna", "c1", 2)));
        awaitEntries(2);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(bus.on(Topics.JOURNAL_CHECKPOINTS)).isNotEmpty());
        assertThat(verifiedFromOutside()).startsWith("0 journal verified: 2 entries, head ");

        // Whoever can write to the store makes all hashes right, and takes the last entry away with its traces.
        try (MongoClient client = MongoClients.create(journals.backend.mongoUri())) {
            MongoDatabase store = client.getDatabase(journals.database);
            String first = store.getCollection("entries").find(new Document("place", organisation + "/1")).first().getString("hash");
            store.getCollection("heads").updateOne(new Document("_id", organisation + "/head"),
                    new Document("$set", new Document("position", 1L).append("hash", first).append("pending", List.of())));
            store.getCollection("entries").deleteOne(new Document("place", organisation + "/2"));
            store.getCollection("checkpoints").deleteOne(new Document("_id", organisation + "/journal"));
        }

        assertThat(auditor("/verify").json().path("verified").asBoolean()).as("the store alone does not show it").isTrue();
        assertThat(verifiedFromOutside()).startsWith("1 journal broken at entry 2: ");
    }

    @Test
    void an_entry_that_is_changed_in_the_store_is_found_and_not_signed_over() {
        bus.send(List.of(planned("anna", "c1", 1), planned("anna", "c1", 2), planned("anna", "c1", 3)));
        awaitEntries(3);
        JsonNode sound = auditor("/verify").json();
        assertThat(sound.path("verified").asBoolean()).isTrue();
        assertThat(sound.path("entries").asInt()).isEqualTo(3);
        assertThat(sound.has("firstBroken")).isFalse();

        try (MongoClient client = MongoClients.create(journals.backend.mongoUri())) {
            client.getDatabase(journals.database).getCollection("entries").updateOne(
                    new Document("place", organisation + "/2"), new Document("$set", new Document("actor", "nobody")));
        }

        JsonNode broken = auditor("/verify").json();
        assertThat(broken.path("verified").asBoolean()).isFalse();
        assertThat(broken.path("entries").asInt()).isEqualTo(1);
        assertThat(broken.at("/firstBroken/position").asInt()).isEqualTo(2);
        assertThat(broken.at("/firstBroken/reason").asText()).isEqualTo("HASH_DIFFERS");
    }

    @Test
    void nothing_of_another_organisation_can_be_reached() {
        bus.send(List.of(planned("anna", "c1", 1)));
        awaitEntries(1);
        String other = "other-" + organisation;

        for (String path : List.of("/timeline?subject=c1", "/timeline?correlation=u-c1", "/timeline?person=anna", "/looks",
                "/gaps", "/checkpoints")) {
            Reply reply = journals.get(path, "anna", other, Role.HR, Role.AUDITOR, Role.EMPLOYEE);
            assertThat(reply.status()).as(path).isEqualTo(200);
            assertThat(items(reply)).as(path).isEmpty();
        }
        assertThat(journals.get("/verify", "x", other, Role.AUDITOR).json().path("entries").asInt()).isZero();
        assertThat(journals.get("/export", "x", other, Role.AUDITOR).text()).doesNotContain("\"c1\"").hasLineCount(2);
    }

    @Test
    void only_hr_and_auditors_see_the_whole() {
        for (String path : List.of("/verify", "/export", "/gaps", "/checkpoints")) {
            assertThat(get(path, "anna", Role.EMPLOYEE, Role.MANAGER, Role.COACH, Role.HR_SYSTEM).status()).as(path).isEqualTo(403);
            assertThat(get(path, "hr", Role.HR).status()).as(path).isEqualTo(200);
            assertThat(auditor(path).status()).as(path).isEqualTo(200);
        }
    }

    @Test
    void a_record_that_is_no_event_is_set_aside_and_the_rest_goes_on() {
        ProducerRecord<byte[], byte[]> foreign = bus.record(Topics.PEOPLE, "nl.klimrek.people.person-left.v1", "anna", "anna", 1, "u",
                "{}".getBytes(UTF_8));
        foreign.headers().remove("ce_source").add("ce_source", "/somebody/else".getBytes(UTF_8));
        bus.send(List.of(foreign, bus.event("anna", "anna", 1, "u", new PersonLeft("anna", null, null, DAY))));

        awaitEntries(1);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(bus.on(Topics.PEOPLE + ".journal.dlt")).hasSize(1));
    }

    private ProducerRecord<byte[], byte[]> planned(String person, String conversation, long sequence) {
        return bus.event(person, conversation, sequence, "u-" + conversation, new ConversationPlanned(conversation, person, "bram",
                ConversationType.DEVELOPMENT, ConversationReason.CADENCE, null, DAY, DAY.plusDays(14)));
    }

    private ProducerRecord<byte[], byte[]> agreed(String person, String conversation, long sequence) {
        return bus.event(person, conversation, sequence, "u-" + conversation, new AgreementMade(conversation, person, "bram", "a1",
                AgreementOwner.SHARED, DAY, "00".repeat(32)));
    }

    private String verifiedFromOutside() throws InterruptedException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String broker = journals.backend.bootstrapServers();
        int exit = VerifyExport.run(
                List.of("--port", Integer.toString(journals.port(0)), "--kafka-port", broker.substring(broker.lastIndexOf(':') + 1)),
                TestTokens.token("auditor", organisation, Role.AUDITOR), new PrintStream(out), System.err);
        return exit + " " + out;
    }

    private void awaitEntries(int entries) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            JsonNode found = auditor("/verify").json();
            assertThat(found.path("verified").asBoolean()).as("%s", found).isTrue();
            assertThat(found.path("entries").asInt()).isEqualTo(entries);
        });
    }

    private List<JsonNode> exported() {
        List<String> lines = auditor("/export").text().lines().toList();
        return lines.subList(1, lines.size() - 1).stream().map(line -> new Reply(200, line).json()).toList();
    }

    private double gauge(int instance) {
        return journals.bean(instance, MeterRegistry.class).get("klimrek.journal.gaps.open").gauge().value();
    }

    private Reply auditor(String path) {
        return get(path, "auditor", Role.AUDITOR);
    }

    private Reply get(String path, String person, Role... roles) {
        return journals.get(path, person, organisation, roles);
    }

    private static List<JsonNode> items(Reply reply) {
        List<JsonNode> items = new ArrayList<>();
        reply.json().path("items").forEach(items::add);
        return items;
    }
}
