package nl.klimrek.benchmarks.scale;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.eventing.aggregate.AggregateStoreFactory;
import nl.klimrek.eventing.aggregate.AggregateType;
import nl.klimrek.eventing.schema.CollectionSchema;
import nl.klimrek.servicekit.jobs.ClockJobRunner;
import nl.klimrek.servicekit.jobs.DueJob;
import nl.klimrek.servicekit.jobs.MongoJobRangeStore;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Documents that are due, and the clock job that handles each with one write. Its main method is one instance of the job. */
public final class DueTasks implements AutoCloseable {

    private static final String COLLECTION = "tasks";
    private static final String SIGNALS = "signals";
    private static final String BEGIN = "begin";
    private static final long POLL_NANOS = 5_000_000;
    private static final Organisation ORGANISATION = new Organisation("scale");
    private static final MessageContext CONTEXT = MessageContext.system("scale");

    private final Clock clock = Clock.systemUTC();
    private final MongoClient client;
    private final MongoDatabase database;
    private final AggregateStore<Task> tasks;
    private final MongoCollection<Document> signals;

    /** One document. @param due null when it is done */
    public record Task(@Nullable Instant due) {}

    DueTasks(String storeUri, String databaseName) {
        client = MongoClients.create(storeUri);
        database = client.getDatabase(databaseName);
        tasks = AggregateStoreFactory.readDocuments(
                database, new AggregateType<>(COLLECTION, Task.class, null, Task::due));
        signals = database.getCollection(SIGNALS);
    }

    /** Arguments: connection string of the store, name of the database, name of the instance. */
    public static void main(String[] arguments) {
        try (DueTasks instance = new DueTasks(arguments[0], arguments[1])) {
            instance.signal(arguments[2]);
            instance.awaitSignals(BEGIN, 1);
            ClockJobRunner runner = new ClockJobRunner(
                    new MongoJobRangeStore(instance.database), new SimpleMeterRegistry(), instance.clock);
            DueJob job = instance.job();
            while (job.hasWork()) {
                runner.run(job);
            }
        }
        Runtime.getRuntime().halt(0);
    }

    private DueJob job() {
        return new DueJob("scale", Duration.ofSeconds(1), tasks, clock, this::finish);
    }

    private void finish(Key task) {
        tasks.handle(
                task,
                CONTEXT,
                found -> found.filter(known -> known.due() != null).isPresent()
                        ? Decision.accept(new Task(null))
                        : Decision.unchanged());
    }

    /** Stores so many due documents. */
    void fill(int count) {
        CollectionSchema.DUE.forEach(index -> database.getCollection(COLLECTION).createIndex(index.keys()));
        Instant now = clock.instant();
        for (int i = 0; i < count; i++) {
            tasks.create(Key.of(ORGANISATION, "t" + i), CONTEXT, none -> Decision.accept(new Task(now)));
        }
    }

    /** Waits until so many instances are ready, lets them begin, and returns the seconds until nothing is due. */
    double run(int instances) {
        awaitSignals(null, instances);
        long begin = System.nanoTime();
        signal(BEGIN);
        while (job().hasWork()) {
            LockSupport.parkNanos(POLL_NANOS);
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    private void signal(String name) {
        signals.insertOne(new Document("_id", name));
    }

    private void awaitSignals(@Nullable String name, int count) {
        Document wanted = name == null ? new Document() : new Document("_id", name);
        while (signals.countDocuments(wanted) < count) {
            LockSupport.parkNanos(POLL_NANOS);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
