package nl.klimrek.eventing.spring;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import nl.klimrek.eventing.EventCatalogue;
import nl.klimrek.eventing.aggregate.AggregateStores;
import nl.klimrek.eventing.aggregate.RecentDocuments;
import nl.klimrek.eventing.inbox.EventHandlers;
import nl.klimrek.eventing.inbox.InboxContainers;
import nl.klimrek.eventing.inbox.InboxMeters;
import nl.klimrek.eventing.inbox.Replay;
import nl.klimrek.eventing.outbox.AggregateOutbox;
import nl.klimrek.eventing.outbox.KafkaBroker;
import nl.klimrek.eventing.outbox.MongoOutboxes;
import nl.klimrek.eventing.outbox.OutboxSettings;
import nl.klimrek.eventing.outbox.Relay;
import nl.klimrek.eventing.outbox.RelayThreads;
import nl.klimrek.eventing.watch.InboxProgress;
import nl.klimrek.eventing.watch.InboxWatch;
import nl.klimrek.eventing.watch.WatchedBroker;
import nl.klimrek.eventing.watch.WatchedOutboxes;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.kafka.KafkaProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

/**
 * The stores, the relay and the inbox of one service. It needs an {@link EventCatalogue} and a {@link Clock}; a service
 * that listens gives one {@link EventHandlers} bean.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EventingProperties.class)
public class EventingConfiguration {

    private static final Duration REQUEST = Duration.ofSeconds(5);
    /** How long partitions wait for an instance that was killed before others get them; Kafka's own default is 45 s. */
    private static final Duration SESSION = Duration.ofSeconds(15);

    @Bean
    OutboxSettings outboxSettings(EventingProperties properties) {
        return properties.outbox();
    }

    @Bean
    ProducerFactory<byte[], byte[]> eventProducers(
            KafkaProperties kafka, OutboxSettings settings, EventingProperties properties) {
        Map<String, Object> producer = new HashMap<>(kafka.buildProducerProperties(null));
        producer.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        producer.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        producer.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        producer.put(ProducerConfig.ACKS_CONFIG, "all");
        producer.put(ProducerConfig.LINGER_MS_CONFIG, (int) properties.linger().toMillis());
        producer.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int)
                Math.min(REQUEST.toMillis(), settings.lease().toMillis() / 3));
        producer.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int)
                (settings.lease().toMillis() / 2));
        producer.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 2_000);
        return new DefaultKafkaProducerFactory<>(producer);
    }

    @Bean
    MongoOutboxes mongoOutboxes() {
        return new MongoOutboxes();
    }

    @Bean
    WatchedBroker watchedBroker(ProducerFactory<byte[], byte[]> producers, MeterRegistry meters, Clock clock) {
        return new WatchedBroker(new KafkaBroker(producers.createProducer()), meters, clock);
    }

    @Bean
    Relay relay(
            MongoOutboxes outboxes, WatchedBroker broker, MeterRegistry meters, Clock clock, OutboxSettings settings) {
        return new Relay(new WatchedOutboxes(outboxes, meters), broker, clock, settings);
    }

    /** Depends on the store's connection, so that it has removed what was acknowledged before that closes. */
    @Bean
    RelayThreads relayThreads(Relay relay, OutboxSettings settings, MongoDatabaseFactory mongo) {
        return new RelayThreads(relay, settings);
    }

    /** {@code klimrek.outbox.*}: how old the oldest waiting event is, how many were left to a sweep, how many documents are under way. */
    @Bean
    MeterBinder outboxMeters(Relay relay) {
        return registry -> {
            TimeGauge.builder(
                            "klimrek.outbox.oldest",
                            relay,
                            TimeUnit.MILLISECONDS,
                            r -> r.oldestWaiting().toMillis())
                    .register(registry);
            Gauge.builder("klimrek.outbox.unsent", relay, Relay::unsent).register(registry);
            Gauge.builder("klimrek.outbox.documents", relay, Relay::underWay).register(registry);
        };
    }

    @Bean
    AggregateStores aggregateStores(
            MongoDatabaseFactory mongo,
            EventCatalogue catalogue,
            MongoOutboxes outboxes,
            Relay relay,
            Clock clock,
            OutboxSettings settings,
            EventingProperties properties) {
        return new AggregateStores(
                mongo.getMongoDatabase(),
                outboxes,
                new AggregateOutbox(catalogue, relay, clock, settings),
                new RecentDocuments(properties.recentDocuments().toBytes()));
    }

    /** The topic on which this service's group is given again what it parked. */
    @Bean
    @ConditionalOnBean(EventHandlers.class)
    NewTopic replayTopic(EventHandlers handlers) {
        return TopicBuilder.name(Replay.topicOf(handlers.group()))
                .partitions(1)
                .config(TopicConfig.COMPRESSION_TYPE_CONFIG, "uncompressed")
                .build();
    }

    /** Makes it where it is not there yet, before anything listens; a broker that is away does not keep the service from starting. */
    @Bean
    @ConditionalOnBean(EventHandlers.class)
    KafkaAdmin topicMaker(KafkaProperties kafka) {
        KafkaAdmin admin = new KafkaAdmin(kafka.buildAdminProperties(null));
        admin.setOperationTimeout((int) REQUEST.toSeconds());
        return admin;
    }

    @Bean
    @ConditionalOnBean(EventHandlers.class)
    ConcurrentMessageListenerContainer<byte[], byte[]> inbox(
            EventHandlers handlers,
            KafkaProperties kafka,
            ProducerFactory<byte[], byte[]> producers,
            EventCatalogue catalogue,
            EventingProperties properties,
            MeterRegistry meters) {
        if (properties.declaredReadersOnly()) {
            UndeclaredReader.refuse(handlers, catalogue);
        }
        Map<String, Object> consumer = new HashMap<>(kafka.buildConsumerProperties(null));
        consumer.putIfAbsent(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, (int) SESSION.toMillis());
        return new InboxContainers(
                        consumer, new KafkaTemplate<>(producers), catalogue, new InboxMeters(meters, handlers.group()))
                .of(handlers, properties.concurrency());
    }

    @Bean
    @ConditionalOnBean(EventHandlers.class)
    InboxProgress inboxProgress() {
        return new InboxProgress();
    }

    @Bean
    @ConditionalOnBean(EventHandlers.class)
    InboxWatch inboxWatch(
            EventHandlers handlers,
            InboxProgress progress,
            KafkaProperties kafka,
            EventingProperties properties,
            MeterRegistry meters,
            Clock clock) {
        Set<String> topics = new TreeSet<>(handlers.topics());
        topics.add(Replay.topicOf(handlers.group()));
        return new InboxWatch(
                Admin.create(kafka.buildAdminProperties(null)),
                handlers.group(),
                topics,
                progress,
                meters,
                clock,
                properties.watchEvery());
    }
}
