package nl.klimrek.journal.store;

import static nl.klimrek.journal.chain.Steps.DEMO;
import static nl.klimrek.journal.chain.Steps.draft;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.journal.chain.ChainCheck;
import nl.klimrek.journal.chain.Draft;
import nl.klimrek.journal.chain.Entry;
import nl.klimrek.journal.chain.Head;
import nl.klimrek.journal.chain.Steps;
import nl.klimrek.journal.chain.TimelineKey;
import nl.klimrek.testkit.backend.Backend;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the journal's store promises, whatever the engine. */
abstract class JournalStoreSuite {

    private MongoClient client;
    private MongoDatabase database;

    @BeforeEach
    void open(Backend backend) {
        client = MongoClients.create(backend.mongoUri());
        database = client.getDatabase(backend.freshDatabase());
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void what_is_appended_is_in_the_chain_once_in_order() {
        Head head = journal().append(DEMO, drafts("c1", 1, 40));

        assertThat(head.position()).isEqualTo(40);
        assertThat(chain(DEMO)).extracting(entry -> entry.step().sequence()).containsExactlyElementsOf(sequences(1, 40));
    }

    @Test
    void what_arrives_again_is_dropped() {
        JournalStore journal = journal();
        journal.append(DEMO, drafts("c1", 1, 10));
        journal.append(DEMO, drafts("c1", 5, 15));
        journal.append(DEMO, List.of(draft("c1", 16), draft("c1", 16)));

        assertThat(chain(DEMO)).extracting(entry -> entry.step().sequence()).containsExactlyElementsOf(sequences(1, 16));
    }

    @Test
    void more_than_one_document_holds_is_appended_in_parts() {
        journal().append(DEMO, drafts("c1", 1, 2_300));

        assertThat(chain(DEMO)).hasSize(2_300);
    }

    @Test
    void each_organisation_has_a_chain_of_its_own() {
        Organisation other = new Organisation("other");
        journal().append(DEMO, drafts("c1", 1, 3));
        journal().append(other, drafts("c1", 1, 3));

        assertThat(chain(DEMO)).hasSize(3);
        assertThat(chain(other)).hasSize(3);
        assertThat(chain(other).get(0).hash()).isNotEqualTo(chain(DEMO).get(0).hash());
    }

    /** The instance stops at this stage, the broker brings the events again, to another instance. */
    @ParameterizedTest
    @EnumSource(Stage.class)
    void wherever_an_instance_stops_nothing_is_lost_or_doubled(Stage stop) {
        journal().append(DEMO, drafts("c1", 1, 5));
        List<Draft> poll = drafts("c1", 4, 12);

        assertThatThrownBy(() -> stoppingAt(stop).append(DEMO, poll)).isInstanceOf(Stopped.class);
        journal().append(DEMO, poll);

        assertWhole(12);
    }

    /** The same, but other events come first: the batch that was left in the head must not be lost under them. */
    @ParameterizedTest
    @EnumSource(Stage.class)
    void an_append_that_was_left_halfway_survives_the_next_one(Stage stop) {
        journal().append(DEMO, drafts("c1", 1, 5));
        assertThatThrownBy(() -> stoppingAt(stop).append(DEMO, drafts("c1", 6, 9))).isInstanceOf(Stopped.class);

        journal().append(DEMO, drafts("c2", 1, 3));
        journal().append(DEMO, drafts("c1", 6, 9));

        assertWhole(12);
    }

    @Test
    void a_batch_of_which_the_store_took_a_part_is_completed() {
        assertThatThrownBy(() -> stoppingAt(Stage.ENTRIES_INSERTED).append(DEMO, drafts("c1", 1, 8))).isInstanceOf(Stopped.class);
        database.getCollection("entries").deleteOne(new Document("place", "demo/3"));
        database.getCollection("entries").deleteOne(new Document("place", "demo/8"));

        journal().append(DEMO, drafts("c1", 1, 8));

        assertWhole(8);
    }

    @Test
    void whoever_reads_sees_what_was_left_halfway() {
        assertThatThrownBy(() -> stoppingAt(Stage.HEAD_MOVED).append(DEMO, drafts("c1", 1, 8))).isInstanceOf(Stopped.class);

        assertWhole(8);
    }

    @Test
    void many_instances_at_once_with_the_same_events_make_one_chain() throws Exception {
        List<Draft> events = new ArrayList<>();
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
    void instances_that_keep_stopping_anywhere_make_one_chain() throws Exception {
        List<Draft> events = drafts("c1", 1, 200);

        inParallel(3, instance -> {
            Random random = new Random(instance);
            for (int from = 0; from < events.size(); ) {
                int to = Math.min(events.size(), from + 1 + random.nextInt(12));
                Stage stop = Stage.values()[random.nextInt(Stage.values().length)];
                JournalStore journal = random.nextBoolean() ? stoppingAt(stop) : journal();
                from = appended(journal, events.subList(from, to)) ? to : from;
            }
        });

        assertWhole(200);
    }

    @Test
    void a_number_that_is_missing_is_known_until_it_arrives() {
        JournalStore journal = journal();
        journal.append(DEMO, drafts("c1", 1, 3));
        journal.append(DEMO, drafts("c1", 6, 6));
        assertThat(journal().head(DEMO).gaps().open()).singleElement()
                .satisfies(gap -> assertThat(List.of(gap.from(), gap.to())).containsExactly(4L, 5L));

        journal.append(DEMO, drafts("c1", 4, 5));

        assertThat(journal().head(DEMO).gaps().open()).isEmpty();
        assertThat(journal().head(DEMO).gaps().found()).isEqualTo(1);
    }

    @Test
    void an_entry_that_somebody_put_into_a_place_to_come_stops_the_journal() {
        journal().append(DEMO, drafts("c1", 1, 3));
        database.getCollection("entries").insertOne(new Document("_id", "demo/forged").append("place", "demo/4"));

        assertThatThrownBy(() -> journal().append(DEMO, drafts("c1", 4, 4))).isInstanceOf(ForkedChainException.class);
    }

    @Test
    void a_timeline_goes_on_over_the_limits_of_its_documents() {
        JournalStore journal = journal();
        Head head = journal.append(DEMO, List.of(draft("c1", 1)));
        TimelineKey anna = new TimelineKey(TimelineKey.Kind.PERSON, "anna");
        Head far = new Head(DEMO, 2, Names.BUCKET * 200, head.hash(), head.gaps());
        database.getCollection("timelines").insertOne(new Document("_id", Names.timeline(DEMO, anna, 150))
                .append("positions", List.of(Names.BUCKET * 150 + 7, Names.BUCKET * 150 + 3)));

        assertThat(journal.positions(far, anna, 0, 10)).containsExactly(1L, Names.BUCKET * 150 + 3, Names.BUCKET * 150 + 7);
        assertThat(journal.positions(far, anna, 1, 1)).containsExactly(Names.BUCKET * 150 + 3);
    }

    private void assertWhole(int size) {
        List<Entry> chain = chain(DEMO);
        assertThat(chain).hasSize(size);
        assertThat(new HashSet<>(chain.stream().map(entry -> entry.step().id()).toList())).hasSize(size);
        assertThat(journal().head(DEMO).gaps().open()).isEmpty();
        Map<String, Long> last = new HashMap<>();
        chain.forEach(entry -> assertThat(last.merge(entry.step().subject(), entry.step().sequence(),
                (before, now) -> now > before ? now : -1L)).as("order of %s", entry.step()).isPositive());
        Head head = journal().head(DEMO);
        TimelineKey anna = new TimelineKey(TimelineKey.Kind.PERSON, "anna");
        assertThat(journal().positions(head, anna, 0, 1_000)).containsExactlyElementsOf(sequences(1, size));
    }

    /** All entries, after checking that they are a chain that ends in the head. */
    private List<Entry> chain(Organisation organisation) {
        JournalStore journal = journal();
        Head head = journal.head(organisation);
        Collection<Entry> entries = journal.entries(organisation, LongStream.rangeClosed(1, head.position())).values();
        List<Entry> chain = entries.stream().sorted((one, other) -> Long.compare(one.position(), other.position())).toList();
        ChainCheck check = new ChainCheck(organisation);
        chain.forEach(check::next);
        assertThat(check.broken()).isEmpty();
        assertThat(check.head()).isEqualTo(head.hash());
        assertThat(database.getCollection("entries").countDocuments(new Document("place", new Document("$regex", "^" + organisation + "/"))))
                .isEqualTo(head.position());
        return chain;
    }

    private JournalStore journal() {
        return new JournalStore(database, Steps.clock());
    }

    private JournalStore stoppingAt(Stage stop) {
        return new JournalStore(database, Steps.clock(), stage -> {
            if (stage == stop) {
                throw new Stopped();
            }
        });
    }

    private static boolean appended(JournalStore journal, List<Draft> drafts) {
        try {
            journal.append(DEMO, drafts);
            return true;
        } catch (Stopped stopped) {
            return false;
        }
    }

    private static List<Draft> drafts(String conversation, int from, int to) {
        return LongStream.rangeClosed(from, to).mapToObj(sequence -> draft(conversation, sequence)).toList();
    }

    private static List<Long> sequences(long from, long to) {
        return LongStream.rangeClosed(from, to).boxed().toList();
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

    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
