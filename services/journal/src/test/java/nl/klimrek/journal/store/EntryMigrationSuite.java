package nl.klimrek.journal.store;

import static nl.klimrek.journal.chain.EventFixture.DEMO;
import static nl.klimrek.journal.chain.EventFixture.draft;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import nl.klimrek.journal.chain.ChainHead;
import nl.klimrek.journal.chain.JournalGaps;
import nl.klimrek.journal.chain.TimelineKey;
import nl.klimrek.journal.store.entry.DocumentNames;
import nl.klimrek.journal.store.entry.EntryCodec;
import nl.klimrek.journal.store.entry.EntryMigration;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.DocumentCodec;
import org.bson.types.Binary;
import org.junit.jupiter.api.Test;

/** A store as a former version left it, read and migrated by the present one. */
abstract class EntryMigrationSuite extends StoreFixture {

    private static final TimelineKey C1 = new TimelineKey(TimelineKey.Kind.SUBJECT, "c1");
    private static final TimelineKey UNDERTAKING = new TimelineKey(TimelineKey.Kind.CORRELATION, "undertaking-c1");

    @Test
    void entries_of_the_former_version_are_read_before_they_are_migrated() {
        writeFormer(700, EntryMigrationSuite::former);

        assertFound(700);
        assertThat(journal().append(DEMO, drafts("c1", 1, 705)).position()).isEqualTo(705);
        assertFound(705);
        assertThat(journal().newest(journal().head(DEMO), ANNA, 6))
                .extracting(entry -> entry.position())
                .containsExactly(705L, 704L, 703L, 702L, 701L, 700L);
    }

    @Test
    void after_the_migration_the_chain_is_as_it_was() {
        writeFormer(1_200, EntryMigrationSuite::former);
        String hash = journal().head(DEMO).hash().hex();

        migrate();

        assertThat(journal().head(DEMO).hash().hex()).isEqualTo(hash);
        assertFound(1_200);
        assertThat(database.listCollectionNames()).doesNotContain("entries", "timelines");
        assertThat(journal().append(DEMO, drafts("c1", 1, 1_200)).position()).isEqualTo(1_200);
        assertThat(journal().append(DEMO, List.of(draft("c1", 1_201))).gaps()).isEqualTo(JournalGaps.NONE);
        assertWhole(1_201);
    }

    @Test
    void entries_without_timeline_names_get_them_by_the_migration() {
        writeFormer(700, entry -> withoutNames(former(entry)));

        migrate();

        assertFound(700);
    }

    @Test
    void a_migration_that_stopped_is_finished_by_another() {
        writeFormer(1_200, EntryMigrationSuite::former);
        List<Document> page =
                database.getCollection("entries").find().limit(300).into(new ArrayList<>());

        EntryMigration stopped = new EntryMigration(database);
        assertThat(stopped.nextPage()).isTrue();
        assertThat(stopped.remaining()).isEqualTo(700);
        // A stop between the two writes leaves entries in both places.
        database.getCollection("entries").insertMany(page);
        assertFound(1_200);

        migrate();
        assertFound(1_200);
    }

    @Test
    void a_journal_that_runs_finds_every_entry_during_the_migration() {
        writeFormer(1_200, EntryMigrationSuite::former);
        JournalStore running = journal();
        EntryMigration migration = new EntryMigration(database);
        int position = 1_200;
        do {
            ChainHead head = running.append(DEMO, List.of(draft("c1", position + 1), draft("c1", position)));
            assertThat(head.position()).isEqualTo(++position);
            assertThat(positions(running.timeline(head, ANNA, 0, 2_000))).isEqualTo(sequences(1, position));
        } while (migration.nextPage());
        assertThat(running.append(DEMO, drafts("c1", 1, position)).position()).isEqualTo(position);
    }

    @Test
    void migrations_and_instances_at_once_do_each_other_no_harm() throws Exception {
        writeFormer(1_200, EntryMigrationSuite::former);
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            Callable<Boolean> migration = () -> {
                migrate();
                return true;
            };
            Callable<Boolean> appending = () -> {
                JournalStore journal = journal();
                for (int number = 1_201; number <= 1_240; number++) {
                    journal.append(DEMO, drafts("c1", number - 20, number));
                }
                return true;
            };
            for (Future<Boolean> one : threads.invokeAll(List.of(migration, appending, migration))) {
                assertThat(one.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }

        migrate();
        assertWhole(1_240);
    }

    @Test
    void pending_entries_of_the_former_version_are_written_in_the_present_form() {
        writeFormer(20, EntryMigrationSuite::former);
        for (int position = 11; position <= 20; position++) {
            database.getCollection("entries").deleteOne(new Document("place", "demo/" + position));
        }

        assertFound(20);
    }

    /** Its conditional write names the version that it read, in this field. */
    @Test
    void the_former_version_cannot_append_after_the_present_one() {
        writeFormer(20, EntryMigrationSuite::former);
        journal().append(DEMO, List.of(draft("c1", 21)));

        assertThat(database.getCollection("heads").find().first()).doesNotContainKey("version");
    }

    @Test
    void a_damaged_entry_is_kept_as_it_is_and_its_event_is_not_repeated() {
        writeFormer(20, EntryMigrationSuite::former);
        MongoCollection<Document> former = database.getCollection("entries");
        former.updateOne(new Document("place", "demo/7"), new Document("$set", new Document("hash", "none")));

        migrate();

        JournalStore journal = journal();
        assertThat(journal.append(DEMO, drafts("c1", 1, 20)).position()).isEqualTo(20);
        assertThat(positions(journal.timeline(journal.head(DEMO), ANNA, 0, 100)))
                .hasSize(19)
                .doesNotContain(7L);
        assertThat(database.getCollection("damaged_entries").find())
                .singleElement()
                .satisfies(entry -> assertThat(entry.getString("place")).isEqualTo("demo/7"));
    }

    @Test
    void an_entry_that_contradicts_the_chain_is_kept_as_it_is() {
        writeFormer(20, EntryMigrationSuite::former);
        Document other = database.getCollection("entries")
                .find(new Document("place", "demo/7"))
                .first();
        other.append("_id", "demo/7").append("hash", "0".repeat(64));
        other.remove("place");
        database.getCollection("chain_entries").insertOne(other);

        migrate();

        assertThat(database.getCollection("damaged_entries").countDocuments()).isEqualTo(1);
        assertThat(database.getCollection("chain_entries").countDocuments()).isEqualTo(20);
    }

    private void migrate() {
        EntryMigration migration = new EntryMigration(database);
        while (migration.nextPage()) {
            assertThat(migration.remaining()).isNotNegative();
        }
    }

    private void assertFound(int size) {
        JournalStore journal = journal();
        for (TimelineKey key : List.of(ANNA, C1, UNDERTAKING)) {
            assertThat(positions(journal.timeline(journal.head(DEMO), key, 0, size + 1)))
                    .isEqualTo(sequences(1, size));
        }
    }

    /** Makes the journal of this many entries as a former version wrote it, the last ten of them in the head as well. */
    private void writeFormer(int size, UnaryOperator<Document> form) {
        JournalStore journal = journal();
        journal.append(DEMO, drafts("c1", 1, size - 10));
        journal.append(DEMO, drafts("c1", size - 9, size));
        List<Document> entries =
                database.getCollection("chain_entries").find().map(form::apply).into(new ArrayList<>());
        database.getCollection("chain_entries").deleteMany(new Document());
        database.getCollection("chain_events").drop();
        database.getCollection("entries").insertMany(entries);
        database.getCollection("entries").createIndex(new Document("place", 1), new IndexOptions().unique(true));
        List<Document> pending = entries.stream()
                .filter(entry -> EntryCodec.position(entry) > size - 10)
                .toList();
        database.getCollection("heads")
                .updateOne(
                        new Document("_id", "demo/head"),
                        new Document("$set", new Document("tail", new Binary(bytes(new Document("entries", pending)))))
                                .append("$rename", new Document("appends", "version")));
        database.getCollection("timelines")
                .insertOne(new Document("_id", "demo/person:0000:0").append("positions", List.of(1L)));
    }

    /** As the former version wrote it: named by its event. */
    private static Document former(Document entry) {
        String name = DocumentNames.event(DEMO, entry.getString("source") + "#" + entry.getString("id"));
        Document former = new Document("_id", name).append("place", entry.getString("_id"));
        entry.remove("_id");
        former.putAll(entry);
        return former;
    }

    /** As the version before that one wrote it. */
    private static Document withoutNames(Document entry) {
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
