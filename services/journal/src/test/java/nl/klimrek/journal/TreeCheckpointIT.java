package nl.klimrek.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.journal.chain.Hash;
import nl.klimrek.journal.checkpoint.CheckpointPublisher;
import nl.klimrek.journal.merkle.CompactRange;
import nl.klimrek.journal.merkle.NodeHash;
import nl.klimrek.journal.note.NoteKey;
import nl.klimrek.journal.note.SignedNote;
import nl.klimrek.journal.note.TreeCheckpoint;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.Test;

/** The tree of a chain, as signed notes and verification show it. */
class TreeCheckpointIT extends JournalServiceSuite {

    @Test
    void a_checkpoint_has_a_signed_note_of_the_tree_over_the_exported_entries() {
        journal(3);

        SignedNote note = SignedNote.parse(noteAt(3).orElseThrow()).orElseThrow();
        JsonNode keys = auditor("/checkpoints").json().path("noteKeys");
        assertThat(keys).hasSize(1);
        assertThat(note.isSignedBy(NoteKey.parse(keys.path(0).asText()).orElseThrow()))
                .isTrue();
        CompactRange tree = new CompactRange();
        exported()
                .forEach(entry ->
                        tree.append(NodeHash.ofLeaf(new Hash(entry.path("hash").asText()).bytes())));
        assertThat(TreeCheckpoint.parse(note.text()))
                .contains(new TreeCheckpoint("klimrek.example/journal/" + organisation, 3, tree.root()));
    }

    @Test
    void verification_from_outside_compares_the_signed_roots() {
        journal(3);

        assertThat(verifiedFromOutside())
                .startsWith("0 journal verified: 3 entries")
                .contains(" signed roots of the tree compared");
    }

    @Test
    void a_changed_tree_is_found_and_not_signed() {
        journal(2);

        setInHead(new Document("tree.edge", List.of(new Binary(new byte[2 * NodeHash.BYTES]))));

        assertThat(auditor("/verify").json().at("/firstBroken/reason").asText()).isEqualTo("TREE_DIFFERS");
        CheckpointPublisher publisher = journals.instance(0).bean(CheckpointPublisher.class);
        long refused = publisher.refused();
        publisher.publish(new Organisation(organisation));
        assertThat(publisher.refused()).isGreaterThan(refused);
    }

    @Test
    void a_tree_that_was_taken_out_is_missed_because_it_was_signed() {
        journal(2);

        setInHead(new Document("tree", new Document("size", 0L).append("edge", List.of())));

        assertThat(auditor("/verify").json().at("/firstBroken/reason").asText()).isEqualTo("TREE_DIFFERS");
    }

    private void journal(int entries) {
        send(IntStream.rangeClosed(1, entries)
                .mapToObj(sequence -> planned("anna", "c1", sequence))
                .toList());
        awaitEntries(entries);
        await().atMost(TIMEOUT).until(() -> noteAt(entries).isPresent());
    }

    private Optional<String> noteAt(int position) {
        return items(auditor("/checkpoints")).stream()
                .filter(checkpoint -> checkpoint.path("position").asInt() == position)
                .map(checkpoint -> checkpoint.path("note").asText())
                .findFirst();
    }

    private void setInHead(Document fields) {
        try (MongoClient client = MongoClients.create(journals.backend().mongoUri())) {
            client.getDatabase(journals.database())
                    .getCollection("heads")
                    .updateOne(new Document("_id", organisation + "/head"), new Document("$set", fields));
        }
    }
}
