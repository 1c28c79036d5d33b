package nl.klimrek.journal.store;

import static nl.klimrek.journal.chain.EventFixture.DEMO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import nl.klimrek.journal.chain.EventFixture;
import nl.klimrek.journal.chain.JournalGaps;
import nl.klimrek.journal.chain.NewEntry;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Instances that stop at any stage, alone and together, on any engine. */
abstract class StoppingSuite extends StoreFixture {

    /** An instance stops at this stage, and the broker redelivers the events to another one. */
    @ParameterizedTest
    @EnumSource(AppendStage.class)
    void a_stop_at_any_stage_loses_and_repeats_nothing(AppendStage stop) {
        journal().append(DEMO, drafts("c1", 1, 5));
        List<NewEntry> poll = drafts("c1", 4, 12);

        assertThatThrownBy(() -> stoppingAt(stop).append(DEMO, poll)).isInstanceOf(StoppingJournals.Stopped.class);
        journal().append(DEMO, poll);

        assertWhole(12);
    }

    /** The same, but other events arrive first: they must not replace the entries that are pending in the head. */
    @ParameterizedTest
    @EnumSource(AppendStage.class)
    void an_interrupted_append_survives_the_next_one(AppendStage stop) {
        journal().append(DEMO, drafts("c1", 1, 5));
        assertThatThrownBy(() -> stoppingAt(stop).append(DEMO, drafts("c1", 6, 9)))
                .isInstanceOf(StoppingJournals.Stopped.class);

        journal().append(DEMO, drafts("c2", 1, 3));
        journal().append(DEMO, drafts("c1", 6, 9));

        assertWhole(12);
    }

    /** The same, where the append fills tiles of the tree. */
    @ParameterizedTest
    @EnumSource(AppendStage.class)
    void a_stop_at_any_stage_leaves_the_whole_tree(AppendStage stop) {
        journal().append(DEMO, drafts("c1", 1, 250));
        List<NewEntry> poll = drafts("c1", 240, 530);

        assertThatThrownBy(() -> stoppingAt(stop).append(DEMO, poll)).isInstanceOf(StoppingJournals.Stopped.class);
        journal().append(DEMO, drafts("c2", 1, 3));
        journal().append(DEMO, poll);

        assertWhole(533);
        assertThat(database.getCollection("chain_tiles").countDocuments()).isEqualTo(2);
    }

    @Test
    void a_partly_stored_batch_is_completed() {
        assertThatThrownBy(() -> stoppingAt(AppendStage.WRITTEN).append(DEMO, drafts("c1", 1, 8)))
                .isInstanceOf(StoppingJournals.Stopped.class);
        database.getCollection("chain_entries").deleteOne(new Document("_id", "demo/3"));
        database.getCollection("chain_entries").deleteOne(new Document("_id", "demo/8"));

        journal().append(DEMO, drafts("c1", 1, 8));

        assertWhole(8);
    }

    @Test
    void a_reader_sees_the_entries_of_an_interrupted_append() {
        assertThatThrownBy(() -> stoppingAt(AppendStage.HEAD_ADVANCED).append(DEMO, drafts("c1", 1, 8)))
                .isInstanceOf(StoppingJournals.Stopped.class);

        assertWhole(8);
    }

    @Test
    void simultaneous_instances_with_the_same_events_make_one_chain() throws Exception {
        List<NewEntry> events = new ArrayList<>();
        IntStream.range(0, 20).forEach(stream -> events.addAll(drafts("c" + stream, 1, 15)));

        inParallel(4, instance -> {
            Random random = new Random(instance);
            JournalStore journal = journal();
            for (int from = 0; from < events.size(); ) {
                int to = Math.min(events.size(), from + 1 + random.nextInt(25));
                journal.append(DEMO, events.subList(from, to));
                from = random.nextInt(5) == 0 ? Math.max(0, to - 20) : to;
            }
        });

        assertWhole(300);
    }

    @Test
    void threads_of_several_instances_find_no_false_gap() throws Exception {
        List<JournalStore> instances = List.of(journal(), journal());

        inParallel(4, thread -> {
            for (int from = 1; from <= 60; from += 3) {
                instances.get((thread + from / 3) % 2).append(DEMO, drafts("c" + thread, from, from + 2));
            }
        });

        assertWhole(240);
        assertThat(journal().head(DEMO).gaps()).isEqualTo(JournalGaps.NONE);
    }

    @Test
    void instances_that_stop_again_and_again_make_one_chain() throws Exception {
        List<NewEntry> events = drafts("c1", 1, 200);

        inParallel(3, instance -> {
            Random random = new Random(instance);
            for (int from = 0; from < events.size(); ) {
                int to = Math.min(events.size(), from + 1 + random.nextInt(12));
                AppendStage stop = AppendStage.values()[random.nextInt(AppendStage.values().length)];
                JournalStore journal = random.nextBoolean() ? stoppingAt(stop) : journal();
                from = appended(journal, events.subList(from, to)) ? to : from;
            }
        });

        assertWhole(200);
    }

    private JournalStore stoppingAt(AppendStage stop) {
        return StoppingJournals.at(stop, database, EventFixture.clock());
    }

    private static boolean appended(JournalStore journal, List<NewEntry> drafts) {
        try {
            journal.append(DEMO, drafts);
            return true;
        } catch (StoppingJournals.Stopped stopped) {
            return false;
        }
    }

    private static void inParallel(int instances, Consumer<Integer> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(instances);
        try {
            List<Future<?>> running = new ArrayList<>();
            IntStream.range(0, instances).forEach(instance -> running.add(threads.submit(() -> work.accept(instance))));
            for (Future<?> one : running) {
                one.get(60, TimeUnit.SECONDS);
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
