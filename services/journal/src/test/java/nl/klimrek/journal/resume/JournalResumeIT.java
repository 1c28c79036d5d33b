package nl.klimrek.journal.resume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.klimrek.contracts.journal.CheckpointPublished;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.journal.chain.ChainHead;
import nl.klimrek.journal.chain.Hash;
import nl.klimrek.journal.checkpoint.CheckpointSignatures;
import nl.klimrek.journal.checkpoint.CheckpointSigningKey;
import nl.klimrek.journal.checkpoint.PublishedCheckpointReader;
import nl.klimrek.journal.checkpoint.ResumeRequiredException;
import nl.klimrek.journal.store.JournalStore;
import nl.klimrek.journal.store.StoppingJournals;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** Resumes of a chain that was restored from a backup. */
class JournalResumeIT extends RestoredJournalFixture {

    @Test
    void a_restored_chain_is_held_until_it_is_resumed() {
        Map<String, List<Document>> backup = lostAfter(5, 9);

        PublishedContinuity held = continuity();
        assertThat(held.lost(organisation))
                .hasValueSatisfying(last -> assertThat(last.position()).isEqualTo(9));
        assertThatThrownBy(() -> held.requireComplete(organisation)).isInstanceOf(ResumeRequiredException.class);
        int waiting = held.waiting();
        assertThat(waiting).isPositive();
        assertThat(backup).isNotEmpty();

        assertThat(resume()).singleElement().satisfies(lost -> {
            assertThat(lost.lostFrom()).isEqualTo(6);
            assertThat(lost.lostTo()).isEqualTo(9);
        });

        held.requireComplete(organisation);
        assertThat(held.waiting()).as("chains of other tests wait too").isEqualTo(waiting - 1);
        assertResumedAt(6);
    }

    @Test
    void events_read_again_after_the_restore_are_journalled_again_under_their_ids() {
        lostAfter(5, 9);
        resume();

        ChainHead head = journal().append(organisation, drafts(1, 12));

        assertThat(head.position()).isEqualTo(13);
        assertThat(head.gaps().open()).isEmpty();
        assertThat(head.gaps().repeated()).isZero();
        assertThat(chain()).extracting(entry -> entry.event().id()).doesNotHaveDuplicates();
        assertThat(chain()).extracting(entry -> entry.event().id()).contains("e-c1-9", "e-c1-12");
    }

    @Test
    void a_complete_chain_is_not_held_and_a_resume_changes_nothing() {
        append(1, 5);
        publish();

        assertThat(continuity().lost(organisation)).isEmpty();
        assertThat(plan()).isEmpty();
        assertThat(resume()).isEmpty();
        assertThat(journal().head(organisation).position()).isEqualTo(5);
    }

    @Test
    void a_plan_changes_nothing() {
        lostAfter(5, 9);

        assertThat(plan()).hasSize(1);
        assertThat(journal().head(organisation).position()).isEqualTo(5);
    }

    @Test
    void a_chain_of_which_nothing_is_left_is_resumed_from_its_beginning() {
        append(1, 9);
        publish();
        database.drop();

        assertThat(continuity().lost(organisation)).isPresent();
        resume();

        assertResumedAt(1);
        assertThat(journal().append(organisation, drafts(1, 9)).position()).isEqualTo(10);
    }

    @Test
    void resumed_twice_or_by_several_operators_at_once_there_is_one_entry() throws Exception {
        lostAfter(5, 9);
        ExecutorService operators = Executors.newFixedThreadPool(4);
        try {
            Callable<List<LostEntries>> one = this::resume;
            for (Future<List<LostEntries>> each : operators.invokeAll(List.of(one, one, one, one))) {
                each.get();
            }
        } finally {
            operators.shutdownNow();
        }

        assertThat(resume()).isEmpty();
        assertResumedAt(6);
        assertThat(journal().head(organisation).position()).isEqualTo(6);
    }

    @Test
    void stopped_at_any_stage_it_is_finished_by_a_repetition() {
        lostAfter(5, 9);
        for (JournalStore stopping : StoppingJournals.atEachStage(database, CLOCK)) {
            JournalResume stopped = new JournalResume(stopping, new PublishedCheckpointReader(broker), key, CLOCK);
            try {
                stopped.resume();
            } catch (StoppingJournals.Stopped atItsStage) {
                assertThat(chain()).hasSizeBetween(5, 6);
            }
        }

        resume();
        assertResumedAt(6);
        assertThat(journal().head(organisation).position()).isEqualTo(6);
    }

    @Test
    void a_second_restore_to_before_the_first_resume_names_the_last_head() {
        append(1, 3);
        Map<String, List<Document>> early = backup();
        append(4, 5);
        publish();
        Map<String, List<Document>> late = backup();
        append(6, 9);
        publish();
        restore(late);
        resume();
        append(6, 7);
        publish();
        String secondHead = journal().head(organisation).hash().hex();

        restore(early);
        assertThat(resume()).singleElement().satisfies(lost -> {
            assertThat(lost.lostFrom()).isEqualTo(4);
            assertThat(lost.lostTo()).isEqualTo(9);
            assertThat(lost.last().head()).isEqualTo(secondHead);
        });
        assertResumedAt(4);
        assertThat(continuity().lost(organisation)).isEmpty();
    }

    @Test
    void after_a_resume_only_a_new_loss_counts() {
        lostAfter(5, 9);
        resume();
        append(6, 8);
        publish();
        Map<String, List<Document>> backup = backup();
        append(9, 20);
        publish();
        restore(backup);

        assertThat(resume()).singleElement().satisfies(lost -> {
            assertThat(lost.lostFrom()).isEqualTo(10);
            assertThat(lost.lostTo()).isEqualTo(21);
        });
    }

    @Test
    void a_fork_that_was_appended_to_before_the_resume_is_named() {
        lostAfter(5, 9);
        journal().append(organisation, drafts(6, 14));

        assertThat(continuity().lost(organisation)).isPresent();
        assertThat(resume()).singleElement().satisfies(lost -> {
            assertThat(lost.lostFrom()).isEqualTo(6);
            assertThat(lost.lostTo()).isEqualTo(9);
        });
        assertResumedAt(15);
    }

    @Test
    void a_forged_checkpoint_of_our_key_holds_nothing() {
        append(1, 5);
        publish(new CheckpointPublished(
                40,
                "0".repeat(64),
                CheckpointSignatures.ALGORITHM,
                key.id(),
                CheckpointSigningKey.generate().sign(organisation, 40, new Hash("0".repeat(64)))));

        assertThat(continuity().lost(organisation)).isEmpty();
    }

    @Test
    void a_chain_that_contradicts_itself_holds_up_no_other() {
        lostAfter(5, 9);
        Organisation broken = new Organisation(organisation + "-broken");
        journal().append(broken, drafts(1, 3));
        ChainHead head = journal().head(broken);
        publish(
                broken,
                new CheckpointPublished(
                        9,
                        "0".repeat(64),
                        CheckpointSignatures.ALGORITHM,
                        "another",
                        head.hash().hex()));
        database.getCollection("chain_entries")
                .updateOne(
                        new Document("_id", broken + "/2"), new Document("$set", new Document("hash", "0".repeat(64))));

        assertThat(continuity().lost(organisation)).isPresent();
        assertThat(continuity().lost(broken)).isEmpty();
        assertThat(resume()).hasSize(1);
        assertResumedAt(6);
    }
}
