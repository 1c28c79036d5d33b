package nl.klimrek.eventing;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import nl.klimrek.eventing.CounterCatalogue.Raised;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.eventing.aggregate.AggregateStoreFactory;
import nl.klimrek.eventing.aggregate.AggregateType;
import nl.klimrek.eventing.aggregate.RecentDocuments;
import nl.klimrek.eventing.kafka.KafkaBroker;
import nl.klimrek.eventing.marker.LateEventObserver;
import nl.klimrek.eventing.outbox.AggregateOutbox;
import nl.klimrek.eventing.outbox.MongoOutboxStore;
import nl.klimrek.eventing.outbox.OutboxSettings;
import nl.klimrek.eventing.relay.Relay;
import nl.klimrek.eventing.relay.RelayThreads;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** One instance of a service that counts. */
public final class CounterService implements AutoCloseable {

    /** A counter. */
    public record Counter(String name, long value) {}

    public final AggregateStore<Counter> counters;
    private final KafkaProducer<byte[], byte[]> producer;
    private final RelayThreads threads;

    public CounterService(String instance, MongoDatabase database, boolean relaying) {
        OutboxSettings settings = new OutboxSettings(
                instance,
                Duration.ofSeconds(3),
                Duration.ofSeconds(1),
                Duration.ofMillis(100),
                100_000,
                20,
                1_000,
                1_000,
                1_000_000);
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", EmbeddedEngines.kafka(), "acks", "all"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        MongoOutboxStore outboxes = new MongoOutboxStore();
        Clock clock = Clock.systemUTC();
        Relay relay = new Relay(outboxes, new KafkaBroker(producer), clock, settings);
        counters = new AggregateStoreFactory(
                        database,
                        outboxes,
                        new AggregateOutbox(new CounterCatalogue(), relay, clock, settings),
                        new RecentDocuments(100_000),
                        LateEventObserver.NONE)
                .create(new AggregateType<>("counters", Counter.class, Counter::name));
        threads = relaying ? new RelayThreads(relay, settings) : null;
    }

    public Versioned<Counter> raise(Key key, MessageContext cause) {
        return counters.handle(key, cause, current -> {
            Counter next = new Counter(key.id(), current.map(Counter::value).orElse(0L) + 1);
            return Decision.accept(next, new Raised(next.name(), next.value()));
        });
    }

    @Override
    public void close() throws InterruptedException {
        if (threads != null) {
            threads.close();
        }
        producer.close(Duration.ofSeconds(1));
    }
}
