package nl.klimrek.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import nl.klimrek.contracts.Topics;
import nl.klimrek.contracts.directory.PersonListed;
import nl.klimrek.contracts.people.PersonLeft;
import nl.klimrek.journal.chain.Hash;
import nl.klimrek.testkit.events.TestEvent;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** Events from the topics, journalled by two instances at once. */
class JournalServiceIT extends JournalServiceSuite {

    @Test
    void every_event_is_journalled_once_and_in_order_however_often_it_arrives() {
        List<TestEvent> events = new ArrayList<>();
        for (int person = 0; person < 40; person++) {
            for (int sequence = 1; sequence <= 6; sequence++) {
                events.add(planned("p" + person, "c" + person, sequence));
            }
        }
        send(events);
        send(events.subList(30, 200));
        List<TestEvent> some = new ArrayList<>(events);
        Collections.shuffle(some, new Random(4));
        send(some);
        send(List.of(planned("last", "last", 1)));

        awaitEntries(events.size() + 1);
        assertThat(auditor("/gaps").json().path("open").asInt()).isZero();
        Map<String, Long> last = new HashMap<>();
        exported()
                .forEach(entry -> assertThat(last.merge(
                                entry.path("subject").asText(),
                                entry.path("sequence").asLong(),
                                (before, now) -> now == before + 1 ? now : -1L))
                        .as("%s", entry)
                        .isPositive());
    }

    @Test
    void a_missing_number_is_an_alarm_until_it_arrives() {
        send(List.of(planned("anna", "c1", 1), planned("anna", "c1", 4)));
        awaitEntries(2);
        JsonNode gaps = auditor("/gaps").json();
        assertThat(gaps.path("items")).hasSize(1);
        assertThat(gaps.at("/items/0/stream").asText()).isEqualTo("/klimrek/conversations#c1");
        assertThat(gaps.at("/items/0/from").asLong()).isEqualTo(2);
        assertThat(gaps.at("/items/0/to").asLong()).isEqualTo(3);
        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(gauge(0) + gauge(1)).isPositive());

        send(List.of(planned("anna", "c1", 2), planned("anna", "c1", 3)));
        awaitEntries(4);

        gaps = auditor("/gaps").json();
        assertThat(gaps.path("items")).isEmpty();
        assertThat(gaps.path("found").asInt()).isEqualTo(1);
    }

    @Test
    void a_second_event_with_the_same_number_is_an_alarm_with_stream_and_number() {
        send(List.of(planned("anna", "c1", 1), planned("anna", "c1", 2)));
        awaitEntries(2);
        send(List.of(planned("anna", "c1", 2)));
        awaitEntries(3);

        JsonNode gaps = auditor("/gaps").json();
        assertThat(gaps.path("repeated").asInt()).isEqualTo(1);
        assertThat(gaps.path("conflicts")).hasSize(1);
        assertThat(gaps.at("/conflicts/0/stream").asText()).isEqualTo("/klimrek/conversations#c1");
        assertThat(gaps.at("/conflicts/0/sequence").asLong()).isEqualTo(2);
        String later = exported().get(2).path("id").asText();
        assertThat(gaps.at("/conflicts/0/event").asText()).isEqualTo(later).isNotBlank();
    }

    @Test
    void names_are_journalled_as_commitments_and_their_erasure_as_an_entry() {
        send(List.of(event(
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
                        "b7f3a1c29d5e4f60718293a4b5c6d7e8"))));
        sendErasure("anna");
        sendErasure("anna");
        awaitEntries(2);

        List<JsonNode> entries = exported();
        assertThat(entries)
                .extracting(entry -> entry.path("content").asText())
                .containsExactly("COMMITMENT", "ERASURE");
        assertThat(auditor("/export").body()).doesNotContain("Verzonnenstein").doesNotContain("b7f3a1c29d5e4f60");
        try (MongoClient client = MongoClients.create(journals.backend().mongoUri())) {
            for (String collection : client.getDatabase(journals.database()).listCollectionNames()) {
                for (Document document : client.getDatabase(journals.database())
                        .getCollection(collection)
                        .find()) {
                    assertThat(document.toJson()).doesNotContain("Verzonnenstein");
                }
            }
        }
        assertThat(auditor("/verify").json().path("verified").asBoolean()).isTrue();
    }

    @Test
    void the_journal_keeps_only_digest_and_size_of_an_event_of_an_unknown_type() {
        byte[] words = "{\"reflection\":\"what nobody should read\"}".getBytes(UTF_8);
        send(List.of(
                event(Topics.REMINDERS, "nl.klimrek.reminders.sung.v9", "anna", "r1", 1, "u", words),
                event(Topics.REMINDERS, "nl.klimrek.reminders.sung.v9", "anna", "r1", 2, "u", new byte[] {(byte) 0xff, 0
                })));
        awaitEntries(2);

        JsonNode items = auditor("/timeline?subject=r1").json().path("items");
        assertThat(items).extracting(item -> item.path("content").asText()).containsExactly("DIGEST", "DIGEST");
        assertThat(items.path(0).path("data").toString())
                .isEqualTo("{\"sha256\":\"" + Hash.of(words).hex() + "\",\"bytes\":" + words.length + "}");
        assertThat(items.path(1).at("/data/bytes").asInt()).isEqualTo(2);
        assertThat(auditor("/export").body()).doesNotContain("nobody should read");
        assertThat(auditor("/verify").json().path("verified").asBoolean()).isTrue();
    }

    @Test
    void a_record_that_is_not_an_event_is_parked_and_the_others_are_journalled() {
        TestEvent foreign = event(
                        Topics.PEOPLE, "nl.klimrek.people.person-left.v1", "anna", "anna", 1, "u", "{}".getBytes(UTF_8))
                .withSource("/somebody/else");
        send(List.of(foreign, event("anna", "anna", 1, "u", new PersonLeft("anna", null, null, DAY))));

        awaitEntries(1);
        await().atMost(TIMEOUT)
                .untilAsserted(() ->
                        assertThat(published(Topics.PEOPLE + ".journal.dlt")).hasSize(1));
    }

    private double gauge(int instance) {
        return journals.instance(instance)
                .bean(MeterRegistry.class)
                .get("klimrek.journal.gaps.open")
                .gauge()
                .value();
    }
}
