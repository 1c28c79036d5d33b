package nl.klimrek.journal.store;

import static nl.klimrek.journal.chain.EventFixture.DEMO;
import static nl.klimrek.journal.chain.EventFixture.draft;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.klimrek.journal.chain.JournalGaps;
import nl.klimrek.journal.chain.TimelineKey;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.DocumentCodec;
import org.bson.types.Binary;
import org.junit.jupiter.api.Test;

/** A store as the version before left it, whatever the engine. */
abstract class TimelineNameMigrationSuite extends StoreFixture {

    private static final TimelineKey C1 = new TimelineKey(TimelineKey.Kind.SUBJECT, "c1");
    private static final TimelineKey UNDERTAKING = new TimelineKey(TimelineKey.Kind.CORRELATION, "undertaking-c1");

    @Test
    void entries_of_the_version_before_are_found_on_their_timelines() {
        writtenBefore(700);

        assertFound(700);
    }

    @Test
    void a_stop_in_the_middle_leaves_the_rest_to_the_next_start() {
        writtenBefore(20);
        MongoCollection<Document> entries = database.getCollection("entries");
        for (int position = 1; position <= 9; position++) {
            Document entry =
                    entries.find(new Document("place", "demo/" + position)).first();
            entries.replaceOne(new Document("_id", entry.get("_id")), TimelineNameMigration.named(DEMO, entry));
        }

        assertFound(20);
    }

    @Test
    void what_waits_in_the_head_gets_its_names_when_it_is_put_in_its_place() {
        writtenBefore(20);
        for (int position = 11; position <= 20; position++) {
            database.getCollection("entries").deleteOne(new Document("place", "demo/" + position));
        }

        assertFound(20);
    }

    @Test
    void instances_that_start_at_once_do_each_other_no_harm() throws Exception {
        writtenBefore(700);
        ExecutorService instances = Executors.newFixedThreadPool(3);
        try {
            Callable<JournalStore> start = this::journal;
            for (Future<JournalStore> started : instances.invokeAll(List.of(start, start, start))) {
                started.get();
            }
        } finally {
            instances.shutdownNow();
        }

        assertFound(700);
    }

    @Test
    void an_entry_that_somebody_changed_keeps_no_journal_from_starting() {
        writtenBefore(20);
        database.getCollection("entries")
                .updateOne(new Document("place", "demo/7"), new Document("$set", new Document("timelines", "none")));

        assertThat(positions(journal().timeline(journal().head(DEMO), ANNA, 0, 100)))
                .hasSize(19)
                .doesNotContain(7L);
    }

    private void assertFound(int size) {
        JournalStore journal = journal();
        for (TimelineKey key : List.of(ANNA, C1, UNDERTAKING)) {
            assertThat(positions(journal.timeline(journal.head(DEMO), key, 0, size + 1)))
                    .isEqualTo(sequences(1, size));
        }
        assertThat(database.listCollectionNames()).doesNotContain("timelines");
        assertThat(journal.append(DEMO, List.of(draft("c1", size + 1))).gaps()).isEqualTo(JournalGaps.NONE);
        assertWhole(size + 1);
    }

    /** So many entries, the last ten of them in the head as well. */
    private void writtenBefore(int size) {
        JournalStore journal = journal();
        journal.append(DEMO, drafts("c1", 1, size - 10));
        journal.append(DEMO, drafts("c1", size - 9, size));
        MongoCollection<Document> entries = database.getCollection("entries");
        List<Document> before =
                entries.find().map(TimelineNameMigrationSuite::before).into(new ArrayList<>());
        entries.deleteMany(new Document());
        entries.insertMany(before);
        List<Document> last = before.stream()
                .filter(entry -> EntryCodec.position(entry) > size - 10)
                .toList();
        Document tail = new Document("tail", new Binary(bytes(new Document("entries", last))));
        database.getCollection("heads").updateOne(new Document("_id", "demo/head"), new Document("$set", tail));
        database.getCollection("timelines")
                .insertOne(new Document("_id", "demo/person:0000:0").append("positions", List.of(1L)));
    }

    /** As the version before wrote it. */
    private static Document before(Document entry) {
        entry.remove("on");
        return entry.append(
                "timelines",
                List.of(
                        new Document("kind", "SUBJECT").append("id", "c1"),
                        new Document("kind", "CORRELATION").append("id", "undertaking-c1"),
                        new Document("kind", "PERSON").append("id", "anna")));
    }

    private static byte[] bytes(Document document) {
        RawBsonDocument raw = new RawBsonDocument(document, new DocumentCodec());
        byte[] bytes = new byte[raw.getByteBuffer().remaining()];
        raw.getByteBuffer().get(bytes);
        return bytes;
    }
}
