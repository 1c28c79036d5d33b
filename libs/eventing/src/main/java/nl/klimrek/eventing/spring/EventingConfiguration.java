package nl.klimrek.eventing.spring;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.observation.ObservationRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import nl.klimrek.eventing.EventCatalogue;
import nl.klimrek.eventing.aggregate.AggregateStoreFactory;
import nl.klimrek.eventing.aggregate.RecentDocuments;
import nl.klimrek.eventing.aggregate.StreamEpoch;
import nl.klimrek.eventing.control.GroupPositions;
import nl.klimrek.eventing.deadletter.DeadLetterReplay;
import nl.klimrek.eventing.inbox.EventHandlers;
import nl.klimrek.eventing.inbox.InboxContainerFactory;
import nl.klimrek.eventing.kafka.KafkaBroker;
import nl.klimrek.eventing.kafka.KafkaClientSettings;
import nl.klimrek.eventing.metrics.ConsumerLagMetrics;
import nl.klimrek.eventing.metrics.ConsumerProgress;
import nl.klimrek.eventing.metrics.InboxFailureMetrics;
import nl.klimrek.eventing.metrics.LateEventMetrics;
import nl.klimrek.eventing.metrics.MeteredBroker;
import nl.klimrek.eventing.metrics.MeteredOutboxStore;
import nl.klimrek.eventing.mongo.MajorityConcern;
import nl.klimrek.eventing.mongo.StoreTopology;
import nl.klimrek.eventing.outbox.AggregateOutbox;
import nl.klimrek.eventing.outbox.MongoOutboxStore;
import nl.klimrek.eventing.outbox.OutboxSettings;
import nl.klimrek.eventing.relay.Relay;
import nl.klimrek.eventing.relay.RelayControl;
import nl.klimrek.eventing.relay.RelaySwitch;
import nl.klimrek.eventing.relay.RelayThreads;
import nl.klimrek.eventing.schema.SchemaCheck;
import nl.klimrek.eventing.schema.SchemaMode;
import nl.klimrek.eventing.schema.StoreSchema;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.kafka.KafkaProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

/**
 * Configures the stores, relay and inbox of one service. Requires an {@link EventCatalogue} and a {@link Clock}; a
 * service that listens provides one {@link EventHandlers} bean.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EventingProperties.class)
public class EventingConfiguration {

    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(5);
    /** Time until the partitions of a killed instance are reassigned; Kafka's default is 45 s. */
    private static final Duration SESSION_TIMEOUT = Duration.ofSeconds(15);

    @Bean
    OutboxSettings outboxSettings(EventingProperties properties) {
        return properties.outbox();
    }

    @Bean
    KafkaClientSettings kafkaClientSettings(KafkaProperties kafka, ObjectProvider<SslBundles> bundles) {
        return new KafkaClientSettings(kafka, bundles.getIfAvailable());
    }

    @Bean
    ProducerFactory<byte[], byte[]> eventProducers(
            KafkaClientSettings kafka, OutboxSettings settings, EventingProperties properties) {
        Map<String, Object> producer = kafka.producer();
        producer.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        producer.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        producer.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        producer.put(ProducerConfig.ACKS_CONFIG, "all");
        producer.put(ProducerConfig.LINGER_MS_CONFIG, (int) properties.linger().toMillis());
        producer.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int)
                Math.min(REQUEST_TIMEOUT.toMillis(), settings.lease().toMillis() / 3));
        producer.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int)
                (settings.lease().toMillis() / 2));
        producer.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 2_000);
        producer.put(ProducerConfig.METADATA_MAX_AGE_CONFIG, (int) KafkaBroker.METADATA_AGE.toMillis());
        return new DefaultKafkaProducerFactory<>(producer);
    }

    @Bean
    MajorityConcern majorityConcern() {
        return new MajorityConcern();
    }

    @Bean
    MongoOutboxStore mongoOutboxStore() {
        return new MongoOutboxStore();
    }

    @Bean
    MeteredBroker meteredBroker(ProducerFactory<byte[], byte[]> producers, MeterRegistry meters, Clock clock) {
        return new MeteredBroker(new KafkaBroker(producers.createProducer()), meters, clock);
    }

    /** Lets an operator pause the relays of all instances, for example while partitions are added. */
    @Bean
    RelaySwitch relaySwitch(MeteredBroker broker, MongoDatabaseFactory mongo, OutboxSettings settings, Clock clock) {
        RelayControl control = new RelayControl(mongo.getMongoDatabase());
        return new RelaySwitch(broker, control, settings.instance(), clock).start();
    }

    @Bean
    Relay relay(
            MongoOutboxStore outboxes, RelaySwitch broker, MeterRegistry meters, Clock clock, OutboxSettings settings) {
        return new Relay(new MeteredOutboxStore(outboxes, meters), broker, clock, settings);
    }

    /** Depends on the database, so that it can delete acknowledged events before the connection closes. */
    @Bean
    RelayThreads relayThreads(Relay relay, OutboxSettings settings, MongoDatabaseFactory mongo) {
        return new RelayThreads(relay, settings);
    }

    /** Registers {@code klimrek.outbox.oldest}, {@code .unsent}, {@code .documents} and {@code .paused}. */
    @Bean
    MeterBinder outboxMeters(Relay relay, RelaySwitch relays) {
        return registry -> {
            Gauge.builder("klimrek.outbox.paused", relays, r -> r.isPaused() ? 1 : 0)
                    .register(registry);
            TimeGauge.builder(
                            "klimrek.outbox.oldest",
                            relay,
                            TimeUnit.MILLISECONDS,
                            r -> r.oldestWaiting().toMillis())
                    .register(registry);
            Gauge.builder("klimrek.outbox.unsent", relay, Relay::unsent).register(registry);
            Gauge.builder("klimrek.outbox.documents", relay, Relay::activeDocuments)
                    .register(registry);
        };
    }

    @Bean
    AggregateStoreFactory aggregateStores(
            MongoDatabaseFactory mongo,
            EventCatalogue catalogue,
            MongoOutboxStore outboxes,
            Relay relay,
            Clock clock,
            OutboxSettings settings,
            EventingProperties properties,
            MeterRegistry meters,
            @Value("${klimrek.service:}") String service,
            @Value("${klimrek.store.schema:check}") SchemaMode schemaMode) {
        StoreTopology.require(mongo.getMongoDatabase());
        StoreSchema schema = StoreSchema.of(service).orElse(null);
        if (schema != null) {
            // The embedded store belongs to one process, so its services build what is missing themselves.
            boolean embedded = StoreTopology.isEmbedded(mongo.getMongoDatabase());
            SchemaCheck.run(mongo.getMongoDatabase(), schema, embedded ? SchemaMode.CREATE : schemaMode);
        }
        return new AggregateStoreFactory(
                mongo.getMongoDatabase(),
                outboxes,
                new AggregateOutbox(catalogue, relay, clock, settings, StreamEpoch.of(mongo.getMongoDatabase())),
                new RecentDocuments(properties.recentDocuments().toBytes()),
                new LateEventMetrics(meters),
                schema);
    }

    @Bean
    @ConditionalOnBean(EventHandlers.class)
    ConcurrentMessageListenerContainer<byte[], byte[]> inbox(
            EventHandlers handlers,
            KafkaClientSettings kafka,
            ProducerFactory<byte[], byte[]> producers,
            EventCatalogue catalogue,
            EventingProperties properties,
            MeterRegistry meters,
            ObjectProvider<ObservationRegistry> observations,
            ConsumerProgress progress) {
        if (properties.declaredReadersOnly()) {
            UndeclaredReaderException.refuse(handlers, catalogue);
        }
        Map<String, Object> consumer = kafka.consumer();
        consumer.putIfAbsent(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, (int) SESSION_TIMEOUT.toMillis());
        return new InboxContainerFactory(
                        consumer,
                        new KafkaTemplate<>(producers),
                        catalogue,
                        new InboxFailureMetrics(meters, handlers.group()))
                .committingEvery(properties.commitInterval())
                .gathering(properties.gatherTime())
                .observedBy(observations.getIfAvailable(() -> ObservationRegistry.NOOP))
                .withLanes(properties.lanes())
                .countingIn(meters)
                .replayingThrough(replay ->
                        progress.hasPassed(new TopicPartition(replay.topic(), replay.partition()), replay.offset()))
                .create(handlers, properties.concurrency());
    }

    @Bean
    @ConditionalOnBean(EventHandlers.class)
    ConsumerProgress consumerProgress() {
        return new ConsumerProgress();
    }

    @Bean
    @ConditionalOnBean(EventHandlers.class)
    ConsumerLagMetrics consumerLagMetrics(
            EventHandlers handlers,
            ConsumerProgress progress,
            KafkaClientSettings kafka,
            MongoDatabaseFactory mongo,
            EventingProperties properties,
            MeterRegistry meters,
            Clock clock) {
        Set<String> topics = new TreeSet<>(handlers.topics());
        topics.add(DeadLetterReplay.retryTopic(handlers.group()));
        return new ConsumerLagMetrics(
                Admin.create(kafka.admin()),
                handlers.group(),
                topics,
                progress,
                new GroupPositions(mongo.getMongoDatabase()),
                meters,
                clock,
                properties.lagInterval());
    }
}
