package nl.klimrek.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.util.HashSet;
import java.util.List;
import nl.klimrek.contracts.Topics;
import nl.klimrek.testkit.events.TopicRecord;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** Changes by somebody who can write to the store, as verification shows them. */
class VerificationIT extends JournalServiceSuite {

    @Test
    void checkpoints_are_published_on_a_topic() {
        send(List.of(planned("anna", "c1", 1), planned("anna", "c1", 2)));
        awaitEntries(2);

        await().atMost(TIMEOUT)
                .untilAsserted(
                        () -> assertThat(published(Topics.JOURNAL_CHECKPOINTS)).isNotEmpty());
        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(
                                auditor("/checkpoints").json().path("items").findValuesAsText("position"))
                        .contains("2"));
        assertThat(auditor("/checkpoints").json().path("publicKey").asText()).isNotEmpty();
        var published = published(Topics.JOURNAL_CHECKPOINTS);
        assertThat(new HashSet<>(published.stream().map(TopicRecord::data).toList()))
                .as("no two for one position")
                .hasSameSizeAs(published);
    }

    @Test
    void a_cut_chain_fails_against_the_published_checkpoints() throws Exception {
        send(List.of(planned("anna", "c1", 1), planned("anna", "c1", 2)));
        awaitEntries(2);
        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(published(Topics.JOURNAL_CHECKPOINTS))
                        .as("a checkpoint of both entries, so that the second cannot be cut off unseen")
                        .anyMatch(
                                checkpoint -> checkpoint.json().path("position").asLong() == 2));
        assertThat(verifiedFromOutside()).startsWith("0 journal verified: 2 entries, head ");

        // Somebody who can write to the store makes all hashes right, and removes the last entry with its traces.
        try (MongoClient client = MongoClients.create(journals.backend().mongoUri())) {
            MongoDatabase store = client.getDatabase(journals.database());
            String first = store.getCollection("chain_entries")
                    .find(new Document("_id", organisation + "/1"))
                    .first()
                    .getString("hash");
            store.getCollection("heads")
                    .updateOne(
                            new Document("_id", organisation + "/head"),
                            new Document(
                                    "$set",
                                    new Document("position", 1L)
                                            .append("hash", first)
                                            .append("pending", List.of())));
            store.getCollection("chain_entries").deleteOne(new Document("_id", organisation + "/2"));
            store.getCollection("checkpoints").deleteOne(new Document("_id", organisation + "/journal"));
        }

        assertThat(auditor("/verify").json().path("verified").asBoolean())
                .as("the store alone does not show it")
                .isTrue();
        assertThat(verifiedFromOutside()).startsWith("1 journal broken at entry 2: ");
    }

    @Test
    void a_changed_entry_is_found_and_not_signed() {
        send(List.of(planned("anna", "c1", 1), planned("anna", "c1", 2), planned("anna", "c1", 3)));
        awaitEntries(3);
        JsonNode sound = auditor("/verify").json();
        assertThat(sound.path("verified").asBoolean()).isTrue();
        assertThat(sound.path("entries").asInt()).isEqualTo(3);
        assertThat(sound.has("firstBroken")).isFalse();

        try (MongoClient client = MongoClients.create(journals.backend().mongoUri())) {
            client.getDatabase(journals.database())
                    .getCollection("chain_entries")
                    .updateOne(
                            new Document("_id", organisation + "/2"),
                            new Document("$set", new Document("actor", "nobody")));
        }

        JsonNode broken = auditor("/verify").json();
        assertThat(broken.path("verified").asBoolean()).isFalse();
        assertThat(broken.path("entries").asInt()).isEqualTo(1);
        assertThat(broken.at("/firstBroken/position").asInt()).isEqualTo(2);
        assertThat(broken.at("/firstBroken/reason").asText()).isEqualTo("HASH_DIFFERS");
    }
}
