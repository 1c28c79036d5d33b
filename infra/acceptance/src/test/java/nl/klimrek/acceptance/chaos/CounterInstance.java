package nl.klimrek.acceptance.chaos;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.klimrek.acceptance.chaos.CounterCatalogue.AppliedEvent;
import nl.klimrek.acceptance.chaos.CounterCatalogue.AppliedEvents;
import nl.klimrek.acceptance.chaos.CounterCatalogue.Counter;
import nl.klimrek.acceptance.chaos.CounterCatalogue.Raised;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.EventMeta;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.eventing.aggregate.AggregateStoreFactory;
import nl.klimrek.eventing.aggregate.AggregateType;
import nl.klimrek.eventing.aggregate.RecentDocuments;
import nl.klimrek.eventing.inbox.EventHandlers;
import nl.klimrek.eventing.inbox.InboxContainerFactory;
import nl.klimrek.eventing.kafka.KafkaBroker;
import nl.klimrek.eventing.marker.LateEventObserver;
import nl.klimrek.eventing.outbox.AggregateOutbox;
import nl.klimrek.eventing.outbox.MongoOutboxStore;
import nl.klimrek.eventing.outbox.OutboxSettings;
import nl.klimrek.eventing.relay.Relay;
import nl.klimrek.eventing.relay.RelayThreads;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

/** One instance of the counting service and of its two consumer groups. */
final class CounterInstance {

    static final Duration LEASE = Duration.ofSeconds(5);
    static final String JOURNAL = "journal";
    static final List<String> GROUPS = List.of("tally", JOURNAL);

    final String name;
    final InstanceLifecycle life;
    private final ChaosEnvironment environment;
    private final CounterCatalogue catalogue;
    private final AggregateStoreFactory stores;
    private final AggregateStore<Counter> counters;
    private final KafkaProducer<byte[], byte[]> producer;
    private final DefaultKafkaProducerFactory<byte[], byte[]> deadLetters;
    private final RelayThreads relaying;
    private final List<ConcurrentMessageListenerContainer<byte[], byte[]>> inboxes;

    /** Starts it. */
    CounterInstance(String name, Duration clockError, ChaosEnvironment environment) {
        this.name = name;
        this.environment = environment;
        this.catalogue = new CounterCatalogue(environment.topic());
        this.life = new InstanceLifecycle(environment.fired());
        Clock clock = Clock.offset(Clock.systemUTC(), clockError);
        OutboxSettings outbox = new OutboxSettings(
                name, LEASE, Duration.ofSeconds(2), Duration.ofMillis(200), 100_000, 40, 5_000, 1_000, 500_000);
        producer = new KafkaProducer<>(producerSettings());
        deadLetters = new DefaultKafkaProducerFactory<>(producerSettings());
        MongoDatabase database = environment.databaseFor(life);
        MongoOutboxStore outboxes = new MongoOutboxStore();
        Relay relay = new Relay(
                outboxes,
                new FaultyBroker(
                        new KafkaBroker(producer),
                        life,
                        environment.faults(),
                        environment.recorder(),
                        environment.later(),
                        environment.breach()),
                clock,
                outbox);
        stores = new AggregateStoreFactory(
                database,
                outboxes,
                new AggregateOutbox(catalogue, relay, clock, outbox),
                new RecentDocuments(100_000),
                LateEventObserver.NONE);
        counters = stores.create(new AggregateType<>(ChaosEnvironment.COUNTERS, Counter.class, Counter::owner));
        relaying = new RelayThreads(relay, outbox);
        inboxes = GROUPS.stream().map(this::inbox).toList();
        inboxes.forEach(ConcurrentMessageListenerContainer::start);
    }

    /** Raises a counter. The command's key is also its correlation id, which identifies it on the topic. */
    Versioned<Counter> raise(Key key, String owner, String command) {
        life.pass();
        MessageContext cause =
                MessageContext.command("caller", command, "raise").withCorrelation(command);
        Versioned<Counter> raised = counters.handle(key, cause, current -> {
            Counter next =
                    new Counter(key.id(), owner, current.map(Counter::value).orElse(0L) + 1);
            return Decision.accept(next, new Raised(next.name(), next.value()));
        });
        life.pass();
        return raised;
    }

    private ConcurrentMessageListenerContainer<byte[], byte[]> inbox(String group) {
        AggregateStore<AppliedEvents> effects =
                stores.create(AggregateType.readDocument(ChaosEnvironment.effectsOf(group), AppliedEvents.class));
        EventHandlers handlers =
                new EventHandlers(group, catalogue).on(Raised.class, (raised, meta) -> take(group, effects, meta));
        Map<String, Object> consumer = Map.of(
                "bootstrap.servers",
                environment.brokers(),
                "session.timeout.ms",
                6_000,
                "heartbeat.interval.ms",
                1_000,
                "max.poll.records",
                50,
                "client.id",
                name + "-" + group);
        return new InboxContainerFactory(consumer, new KafkaTemplate<>(deadLetters), catalogue).create(handlers, 1);
    }

    private void take(String group, AggregateStore<AppliedEvents> effects, EventMeta event) {
        environment.recorder().delivered(group, event.id());
        life.at(FaultPoint.BEFORE_EFFECT);
        MessageContext cause = environment.breach() == ProtocolBreach.NO_MARKER
                ? MessageContext.event(event).withoutMarker()
                : MessageContext.event(event);
        AppliedEvent fact = new AppliedEvent(event.id(), event.subject(), event.sequence());
        effects.handle(
                Key.of(event.organisation(), event.partitionKey()),
                cause,
                current -> Decision.accept(current.orElse(AppliedEvents.NOTHING).and(fact)));
        life.at(FaultPoint.AFTER_EFFECT_BEFORE_COMMIT);
    }

    private Map<String, Object> producerSettings() {
        Map<String, Object> settings = new HashMap<>();
        settings.put("bootstrap.servers", environment.brokers());
        settings.put("key.serializer", ByteArraySerializer.class);
        settings.put("value.serializer", ByteArraySerializer.class);
        settings.put("enable.idempotence", true);
        settings.put("acks", "all");
        settings.put("linger.ms", 0);
        settings.put("request.timeout.ms", (int) LEASE.toMillis() / 3);
        settings.put("delivery.timeout.ms", (int) LEASE.toMillis() / 2);
        settings.put("max.block.ms", 2_000);
        return settings;
    }

    /** Stops as a service does on SIGTERM. */
    void stop() throws InterruptedException {
        inboxes.parallelStream().forEach(ConcurrentMessageListenerContainer::stop);
        relaying.close();
        release();
    }

    /** Releases the resources of a crashed instance without writing or sending anything more. */
    void release() throws InterruptedException {
        life.end();
        producer.close(Duration.ZERO);
        try {
            relaying.close();
        } catch (InstanceCrash dead) {
            // Its last removal does not happen, as when a process dies.
        }
        inboxes.forEach(inbox -> inbox.stop(() -> {}));
        deadLetters.destroy();
    }
}
