package nl.klimrek.journal;

import static nl.klimrek.journal.chain.EventFixture.draft;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import nl.klimrek.contracts.Topics;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.journal.checkpoint.CheckpointPublisher;
import nl.klimrek.journal.resume.ResumeJournal;
import nl.klimrek.journal.store.JournalStore;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** Restores the journal's database to an earlier moment, as an operator does after a loss. */
class RestoreIT extends JournalServiceSuite {

    private static final List<String> COLLECTIONS =
            List.of("heads", "chain_entries", "chain_events", "chain_tiles", "checkpoints");

    @Test
    void a_restored_journal_waits_is_resumed_and_journals_again_what_the_topics_hold() {
        send(IntStream.rangeClosed(1, 6).mapToObj(i -> planned("anna", "c1", i)).toList());
        awaitEntries(6);
        awaitPublished(6);
        String fork = organisation + "-fork";
        JournalStore store = journals.instance(0).bean(JournalStore.class);
        store.append(new Organisation(fork), List.of(draft("c1", 1), draft("c1", 2)));
        awaitPublishedOf(fork, 2);
        Map<String, List<Document>> backup = documents();
        send(IntStream.rangeClosed(7, 12)
                .mapToObj(i -> planned("anna", "c1", i))
                .toList());
        awaitEntries(12);
        awaitPublished(12);
        store.append(new Organisation(fork), List.of(draft("c1", 3), draft("c1", 4)));
        awaitPublishedOf(fork, 4);
        List<String> before = ids();

        journals.restart(() -> {
            restore(backup);
            rewindOffsets();
        });

        await().atMost(TIMEOUT).until(() -> waiting() > 0);
        assertThat(auditor("/verify").json().path("entries").asInt()).isEqualTo(6);
        assertThat(verifiedFromOutside()).startsWith("1 journal broken at entry 7");
        assertThat(auditor("/export").body()).endsWith("}}\n").contains("{\"checkpoint\":{\"position\":12,");
        assertForkIsNotSigned(fork);
        assertThat(resume("--plan")).startsWith("1 ").contains("would resume " + organisation + " after entry 6");
        assertThat(auditor("/verify").json().path("entries").asInt()).isEqualTo(6);

        assertThat(resume())
                .startsWith("0 ")
                .contains("resumed " + organisation + " after entry 6: entries 7 to 12 were published and lost");
        assertThat(resume()).doesNotContain(organisation);
        awaitPublishedOf(fork, 6);

        awaitEntries(13);
        assertThat(ids().get(6)).startsWith("resumed:");
        assertThat(ids()).containsAll(before).hasSize(13).doesNotHaveDuplicates();
        assertThat(auditor("/gaps").json().path("open").asInt()).isZero();
        assertThat(auditor("/verify").json().at("/resumed/0/position").asInt()).isEqualTo(7);
        send(planned("anna", "c1", 13));
        awaitEntries(14);
        awaitPublished(14);
        assertThat(verifiedFromOutside())
                .startsWith("0 journal verified: 14 entries")
                .contains("resumed after a restore at entry 7: entries 7 to 12 of the earlier chain were lost");
    }

    @Test
    void a_wrong_resume_command_changes_nothing_and_says_why() {
        assertThat(run()).startsWith("2 Usage: infra/journal resume");
        assertThat(run("--connection", "nothing", "--signing-key", "nothing")).startsWith("2 ");
        assertThat(run("--connection", connectionFile(), "--signing-key", connectionFile()))
                .startsWith("2 The connection file or the signing key cannot be read");
    }

    /** A chain that was appended to in spite of its restore. */
    private void assertForkIsNotSigned(String fork) {
        journals.instance(0)
                .bean(JournalStore.class)
                .append(new Organisation(fork), List.of(draft("c2", 1), draft("c2", 2), draft("c2", 3)));
        CheckpointPublisher publisher = journals.instance(0).bean(CheckpointPublisher.class);
        long refused = publisher.refused();

        assertThat(publisher.publish(new Organisation(fork)).last())
                .hasValueSatisfying(last -> assertThat(last.position()).isEqualTo(2));
        assertThat(publisher.refused()).isGreaterThan(refused);
    }

    private double waiting() {
        return IntStream.of(0, 1)
                .mapToDouble(instance -> journals.instance(instance)
                        .bean(MeterRegistry.class)
                        .get("klimrek.journal.resume.required")
                        .gauge()
                        .value())
                .sum();
    }

    private List<String> ids() {
        return exported().stream().map(entry -> entry.path("id").asText()).toList();
    }

    private void awaitPublished(int position) {
        awaitPublishedOf(organisation, position);
    }

    private void awaitPublishedOf(String ofOrganisation, int position) {
        await().atMost(TIMEOUT)
                .until(() -> journals.topics().of(ofOrganisation, Topics.JOURNAL_CHECKPOINTS).stream()
                        .anyMatch(record -> record.json().path("position").asInt() == position));
    }

    private String resume(String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "--connection",
                connectionFile(),
                "--signing-key",
                journals.signingKey().toString()));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(String[]::new));
    }

    private static String run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        int exit = ResumeJournal.run(List.of(arguments), Clock.tickMillis(ZoneOffset.UTC), stream, stream);
        return exit + " " + out.toString(StandardCharsets.UTF_8);
    }

    private String connectionFile() {
        try {
            Path file = Files.createTempFile("connection", ".conf");
            String prefix = journals.database().replaceAll("journal$", "");
            return Files.writeString(
                            file,
                            "bootstrap.servers=" + journals.backend().bootstrapServers() + "\nklimrek.store.uri="
                                    + journals.backend().mongoUri() + "\nklimrek.database.prefix=" + prefix + "\n")
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, List<Document>> documents() {
        Map<String, List<Document>> documents = new HashMap<>();
        inStore(collection -> documents.put(
                collection.getNamespace().getCollectionName(),
                collection.find(ofOrganisation()).into(new ArrayList<>())));
        return documents;
    }

    private void restore(Map<String, List<Document>> backup) {
        inStore(collection -> {
            collection.deleteMany(ofOrganisation());
            List<Document> kept = backup.get(collection.getNamespace().getCollectionName());
            if (!kept.isEmpty()) {
                collection.insertMany(kept);
            }
        });
    }

    private Document ofOrganisation() {
        return new Document("_id", new Document("$regex", "^" + organisation));
    }

    private void inStore(Consumer<MongoCollection<Document>> work) {
        try (MongoClient client = MongoClients.create(journals.backend().mongoUri())) {
            MongoDatabase store = client.getDatabase(journals.database());
            COLLECTIONS.forEach(name -> work.accept(store.getCollection(name)));
        }
    }

    /** The group reads its topics from their beginning again. */
    private void rewindOffsets() {
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", journals.backend().bootstrapServers()))) {
            Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
            admin.listConsumerGroupOffsets("journal")
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .keySet()
                    .forEach(partition -> offsets.put(partition, new OffsetAndMetadata(0)));
            admin.alterConsumerGroupOffsets("journal", offsets).all().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
