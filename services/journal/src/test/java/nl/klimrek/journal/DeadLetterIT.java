package nl.klimrek.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import nl.klimrek.contracts.TopicDefinition;
import nl.klimrek.contracts.Topics;
import nl.klimrek.contracts.directory.PersonListed;
import nl.klimrek.contracts.journal.DeadLetterDiscarded;
import nl.klimrek.contracts.journal.DeadLetterParked;
import nl.klimrek.contracts.journal.DeadLetterReplayed;
import nl.klimrek.contracts.journal.DiscardReason;
import nl.klimrek.testkit.events.TestEvent;
import nl.klimrek.testkit.events.TopicRecord;
import nl.klimrek.testkit.service.HttpAnswer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/** Dead letters are replayed to their group alone, or discarded. */
class DeadLetterIT extends DeadLetterSuite {

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
    void what_a_restored_journal_said_of_a_dead_letter_it_lacks_is_read_and_not_parked() {
        String lacking = "01a22dc4ae84-" + UUID.randomUUID().toString().substring(0, 8);
        send(
                event(
                        "journal",
                        lacking,
                        1,
                        "u",
                        new DeadLetterParked(
                                lacking,
                                Topics.PEOPLE,
                                READER,
                                0,
                                1,
                                "data-is-not-its-type",
                                0,
                                2,
                                "0".repeat(64),
                                null,
                                null,
                                null)),
                event("journal", lacking, 2, "u", new DeadLetterReplayed(lacking, READER, 1)),
                event("journal", lacking, 3, "u", new DeadLetterDiscarded(lacking, READER, DiscardReason.NOT_OURS)));

        journals.instance(0).awaitConsumed();
        assertThat(published(TopicDefinition.deadLetters(Topics.JOURNAL_CHECKPOINTS, "journal-dead-letters")))
                .isEmpty();
        assertThat(items(auditor("/dead-letters"))).isEmpty();
        assertThat(auditor("/dead-letters/" + lacking).status()).isEqualTo(404);
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
}
