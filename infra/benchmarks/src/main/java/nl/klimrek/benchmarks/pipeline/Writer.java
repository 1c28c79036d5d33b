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

/** A service that saves preparations, with the real store and the real relay. */
public final class Writer implements AutoCloseable {

    /** Where its aggregates are kept. */
    public static final String COLLECTION = "preparations";

    private static final String FINGERPRINT = "0".repeat(64);

    private final ConfigurableApplicationContext context;
    private final AggregateStore<Preparation> preparations;
    private final StoreWatch watch;
    private final Producer<byte[], byte[]> producer;

    private Writer(ConfigurableApplicationContext context, String collection) {
        this.context = context;
        this.preparations = context.getBean(AggregateStoreFactory.class)
                .create(new AggregateType<>(collection, Preparation.class, Preparation::employee));
        this.watch = context.getBean(StoreWatch.class);
        this.producer = producer(context);
    }

    /** Starts on these engines, with a database of this name. */
    public static Writer start(Engines engines, String database) {
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
        return new Writer(
                new SpringApplicationBuilder(WriterConfiguration.class)
                        .web(WebApplicationType.NONE)
                        .bannerMode(Banner.Mode.OFF)
                        .run(settings.entrySet().stream()
                                .map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
                                .toArray(String[]::new)),
                COLLECTION);
    }

    /** One command with one event on this conversation. */
    public void save(String organisation, String person, String conversation) {
        save(new Organisation(organisation), new Journey.Person(person, conversation));
    }

    void save(Organisation organisation, Journey.Person person) {
        MessageContext cause =
                MessageContext.command(person.id(), UUID.randomUUID().toString(), FINGERPRINT);
        preparations.handle(
                Key.of(organisation, person.conversation()),
                cause,
                before -> Preparation.save(before.orElse(null), person));
    }

    Trips trips() {
        return new Trips(watch.sent(), Requests.of(producer.metrics(), "producer-metrics"));
    }

    @SuppressWarnings("unchecked")
    private static Producer<byte[], byte[]> producer(ConfigurableApplicationContext context) {
        // The relay's own: the factory gives everybody the same one.
        return ((ProducerFactory<byte[], byte[]>) context.getBean(ProducerFactory.class)).createProducer();
    }

    @Override
    public void close() {
        context.close();
    }
}
