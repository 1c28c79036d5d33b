package nl.klimrek.servicekit.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.klimrek.embedded.store.EmbeddedMongo;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.eventing.aggregate.AggregateStoreFactory;
import nl.klimrek.eventing.aggregate.AggregateType;
import nl.klimrek.eventing.aggregate.RecentDocuments;
import nl.klimrek.eventing.marker.LateEventObserver;
import nl.klimrek.eventing.outbox.AggregateOutbox;
import nl.klimrek.eventing.outbox.MongoOutboxStore;
import nl.klimrek.eventing.outbox.OutboxSettings;
import nl.klimrek.eventing.relay.Relay;
import nl.klimrek.servicekit.events.ContractCatalogue;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The job on the embedded store: ranges, due parts, and two instances at once. */
class DueJobIT {

    private static final MessageContext CONTEXT = MessageContext.system("test");

    @TempDir
    static Path folder;

    private static EmbeddedMongo mongo;
    private static MongoClient client;

    private final AdjustableClock clock = new AdjustableClock();
    private final MongoDatabase database =
            client.getDatabase("d" + UUID.randomUUID().toString().substring(0, 8));
    private final OutboxSettings settings = OutboxSettings.defaults("one");
    private final MongoOutboxStore outboxes = new MongoOutboxStore();
    private final AggregateOutbox outbox = new AggregateOutbox(
            new ContractCatalogue(), new Relay(outboxes, (event, answer) -> {}, clock, settings), clock, settings);
    private final AggregateStore<Task> tasks = new AggregateStoreFactory(
                    database, outboxes, outbox, new RecentDocuments(0), LateEventObserver.NONE)
            .create(new AggregateType<>("tasks", Task.class, null, Task::due));
    private final Map<Key, Integer> handled = new ConcurrentHashMap<>();

    record Task(Instant due) {}

    @BeforeAll
    static void start() {
        mongo = EmbeddedMongo.start(folder);
        client = MongoClients.create(mongo.connectionString());
    }

    @AfterAll
    static void stop() {
        client.close();
        mongo.close();
    }

    @Test
    void what_is_due_is_handled_once_by_two_instances_whatever_its_organisation() {
        List<Key> keys = IntStream.range(0, 600)
                .mapToObj(number -> Key.of(new Organisation("o" + number % 3), "t" + number))
                .toList();
        keys.forEach(key -> put(key, clock.instant()));
        put(Key.of(new Organisation("o1"), "later"), clock.instant().plusSeconds(60));
        Stream.<Runnable>of(this::run, this::run)
                .map(CompletableFuture::runAsync)
                .toList()
                .forEach(CompletableFuture::join);
        assertThat(handled.keySet()).containsExactlyInAnyOrderElementsOf(keys);
        assertThat(handled.values()).containsOnly(1);
        assertThat(tasks.due(clock.instant(), 1)).isEmpty();
    }

    @Test
    void a_document_from_before_there_were_parts_is_found_too() {
        Key old = Key.of(new Organisation("acme"), "old");
        put(old, clock.instant());
        database.getCollection("tasks")
                .updateOne(new Document("_id", old.value()), new Document("$unset", new Document("part", "")));
        run();
        assertThat(handled).containsOnlyKeys(old);
    }

    @Test
    void a_claim_and_a_save_ask_for_the_fence_in_the_store() {
        MongoJobRangeStore store = new MongoJobRangeStore(database);
        RangeLease first = claim(store, "one").orElseThrow();
        assertThat(claim(store, "other")).isEmpty();
        assertThat(first.save("k5", "five")).isTrue();
        clock.move(RangeLease.DURATION);
        RangeLease second = claim(store, "other").orElseThrow();
        assertThat(second.position()).isEqualTo("k5");
        assertThat(second.progress()).isEqualTo("five");
        assertThat(first.keep()).isFalse();
        assertThat(first.save("k9", null)).isFalse();
        assertThat(first.finish(null)).isFalse();
        assertThat(second.finish(null)).isTrue();
        assertThat(store.find("job/all").closed()).isTrue();
        assertThat(store.replace(JobRange.unclaimed("job/all"), 0)).isFalse();
    }

    private Optional<RangeLease> claim(JobRangeStore store, String owner) {
        return RangeLease.claim(store, clock, "job/all", owner, Duration.ofMinutes(15));
    }

    private void run() {
        new ClockJobRunner(new MongoJobRangeStore(database), new SimpleMeterRegistry(), clock)
                .run(new DueJob("tasks", Duration.ofMinutes(15), tasks, clock, this::handle));
    }

    private void handle(Key key) {
        handled.merge(key, 1, Integer::sum);
        tasks.handle(key, CONTEXT, found -> Decision.accept(new Task(null)));
    }

    private void put(Key key, Instant due) {
        tasks.handle(key, CONTEXT, none -> Decision.accept(new Task(due)));
    }
}
