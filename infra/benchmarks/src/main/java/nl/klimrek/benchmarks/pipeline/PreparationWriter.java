package nl.klimrek.benchmarks.pipeline;

import java.util.Map;
import java.util.UUID;
import nl.klimrek.benchmarks.engines.Engines;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.eventing.aggregate.AggregateStoreFactory;
import nl.klimrek.eventing.aggregate.AggregateType;
import org.apache.kafka.clients.producer.Producer;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.core.ProducerFactory;

/** A service that saves preparations with the real store and relay. */
public final class PreparationWriter implements AutoCloseable {

    /** Collection of its aggregates. */
    public static final String COLLECTION = "preparations";

    private static final String FINGERPRINT = "0".repeat(64);

    private final ConfigurableApplicationContext context;
    private final AggregateStore<BenchmarkPreparation> preparations;
    private final StoreCommandCounter watch;
    private final Producer<byte[], byte[]> producer;

    private PreparationWriter(ConfigurableApplicationContext context, String collection) {
        this.context = context;
        this.preparations = context.getBean(AggregateStoreFactory.class)
                .create(new AggregateType<>(collection, BenchmarkPreparation.class, BenchmarkPreparation::employee));
        this.watch = context.getBean(StoreCommandCounter.class);
        this.producer = producer(context);
    }

    /** Starts it on these engines with this database. */
    public static PreparationWriter start(Engines engines, String database) {
        Map<String, Object> settings = Map.of(
                "spring.config.name",
                "none-of-its-own",
                "spring.main.log-startup-info",
                false,
                "spring.data.mongodb.uri",
                engines.mongoUri(),
                "spring.data.mongodb.database",
                database,
                "spring.kafka.bootstrap-servers",
                engines.bootstrapServers(),
                "klimrek.eventing.instance",
                "benchmark");
        return new PreparationWriter(
                new SpringApplicationBuilder(PreparationWriterConfiguration.class)
                        .web(WebApplicationType.NONE)
                        .bannerMode(Banner.Mode.OFF)
                        .run(settings.entrySet().stream()
                                .map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
                                .toArray(String[]::new)),
                COLLECTION);
    }

    /** Runs one command with one event on this conversation. */
    public void save(String organisation, String person, String conversation) {
        save(new Organisation(organisation), new Journey.Person(person, conversation));
    }

    void save(Organisation organisation, Journey.Person person) {
        MessageContext cause =
                MessageContext.command(person.id(), UUID.randomUUID().toString(), FINGERPRINT);
        preparations.handle(
                Key.of(organisation, person.conversation()),
                cause,
                before -> BenchmarkPreparation.save(before, person));
    }

    RoundTrips trips() {
        return new RoundTrips(watch.sent(), KafkaRequestCount.of(producer.metrics(), "producer-metrics"));
    }

    @SuppressWarnings("unchecked")
    private static Producer<byte[], byte[]> producer(ConfigurableApplicationContext context) {
        // The factory shares one producer, so this is the relay's.
        return ((ProducerFactory<byte[], byte[]>) context.getBean(ProducerFactory.class)).createProducer();
    }

    @Override
    public void close() {
        context.close();
    }
}
