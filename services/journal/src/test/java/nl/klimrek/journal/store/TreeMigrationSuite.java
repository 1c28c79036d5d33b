package nl.klimrek.journal.store;

import static nl.klimrek.journal.chain.EventFixture.DEMO;
import static nl.klimrek.journal.chain.EventFixture.draft;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.journal.chain.ChainHead;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** Chains of a former version, which had no tree. */
abstract class TreeMigrationSuite extends StoreFixture {

    @Test
    void entries_of_a_former_version_become_leaves() {
        appendWithoutTree(4_700);
        TreeMigration migration = new TreeMigration(database);
        assertThat(migration.remaining()).isEqualTo(4_700);

        while (migration.nextPage()) {
            assertThat(migration.remaining()).isNotNegative();
        }

        assertThat(migration.remaining()).isZero();
        assertWhole(4_700);
        journal().append(DEMO, drafts("c1", 4_701, 4_900));
        assertWhole(4_900);
    }

    @Test
    void a_chain_is_appended_to_before_and_during_the_migration() {
        appendWithoutTree(4_100);
        JournalStore running = journal();
        TreeMigration migration = new TreeMigration(database);
        int position = 4_100;
        do {
            ChainHead head = running.append(DEMO, List.of(draft("c1", ++position)));
            assertThat(head.position()).isEqualTo(position);
        } while (migration.nextPage());
        running.append(DEMO, List.of(draft("c1", ++position)));

        assertWhole(position);
    }

    @Test
    void an_append_that_knows_the_head_from_before_the_last_page_is_decided_again() {
        appendWithoutTree(300);
        JournalStore before = journal();
        before.append(DEMO, List.of(draft("c1", 301)));

        migrate();
        before.append(DEMO, List.of(draft("c1", 302)));

        assertWhole(302);
    }

    @Test
    void migrations_and_instances_at_once_do_each_other_no_harm() throws Exception {
        appendWithoutTree(4_100);
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            Callable<Boolean> migration = () -> {
                migrate();
                return true;
            };
            Callable<Boolean> appending = () -> {
                JournalStore journal = journal();
                for (int number = 4_101; number <= 4_140; number++) {
                    journal.append(DEMO, List.of(draft("c1", number)));
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
        assertWhole(4_140);
    }

    @Test
    void a_chain_with_an_unreadable_entry_does_not_hold_up_the_others() {
        appendWithoutTree(300);
        Organisation other = new Organisation("other");
        journal().append(other, drafts("c1", 1, 300));
        withoutTree(other);
        database.getCollection("chain_entries")
                .updateOne(new Document("_id", "demo/7"), new Document("$set", new Document("hash", "none")));

        migrate();

        assertThat(journal().head(DEMO).hasTree()).isFalse();
        assertThat(chain(other)).hasSize(300);
        assertThat(journal().append(DEMO, List.of(draft("c1", 301))).position()).isEqualTo(301);
    }

    @Test
    void a_head_that_somebody_moved_back_is_left_as_it_is() {
        journal().append(DEMO, drafts("c1", 1, 5));
        database.getCollection("heads")
                .updateOne(new Document("_id", "demo/head"), new Document("$set", new Document("position", 4L)));

        migrate();

        assertThat(database.getCollection("heads").find().first().getLong("position"))
                .isEqualTo(4);
        assertThat(new TreeMigration(database).remaining()).isEqualTo(1);
    }

    private void migrate() {
        TreeMigration migration = new TreeMigration(database);
        while (migration.nextPage()) {
            assertThat(migration.remaining()).isNotNegative();
        }
    }

    private void appendWithoutTree(int size) {
        journal().append(DEMO, drafts("c1", 1, size));
        withoutTree(DEMO);
    }

    /** As the former version wrote the head. */
    private void withoutTree(Organisation organisation) {
        database.getCollection("heads")
                .updateOne(
                        new Document("_id", organisation + "/head"),
                        new Document("$unset", new Document("tree", "").append("tail", "")));
        database.getCollection("chain_tiles")
                .deleteMany(new Document("_id", new Document("$regex", "^" + organisation + "/")));
    }
}
