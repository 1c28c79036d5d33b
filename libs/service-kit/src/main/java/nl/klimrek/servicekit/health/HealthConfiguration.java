package nl.klimrek.servicekit.health;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import nl.klimrek.eventing.kafka.KafkaClientSettings;
import nl.klimrek.eventing.metrics.ConsumerProgress;
import nl.klimrek.eventing.metrics.MeteredBroker;
import nl.klimrek.eventing.relay.Relay;
import nl.klimrek.eventing.relay.RelaySwitch;
import nl.klimrek.eventing.spring.EventingProperties;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.mongo.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

/**
 * Health of what a service depends on: broker, store, outbox and inbox, each with a code if it is down. They make the
 * group {@code dependencies} ({@code /healthz}). Readiness ({@code /readyz}) is about this process alone.
 */
@Configuration(proxyBeanMethods = false)
public class HealthConfiguration {
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    @Bean
    BrokerHealthIndicator kafkaHealthIndicator(KafkaClientSettings kafka) {
        return new BrokerHealthIndicator(kafka.admin());
    }

    @Bean
    StoreHealthIndicator mongoHealthIndicator(MongoDatabaseFactory mongo) {
        return new StoreHealthIndicator(mongo);
    }

    @Bean
    OutboxHealthIndicator outboxHealthIndicator(
            Relay relay, MeteredBroker broker, RelaySwitch relays, Clock clock, EventingProperties settings) {
        return new OutboxHealthIndicator(relay, broker, relays::isPaused, clock, settings.stuckAfter());
    }

    @Bean
    @ConditionalOnBean(ConsumerProgress.class)
    InboxHealthIndicator inboxHealthIndicator(
            ConcurrentMessageListenerContainer<byte[], byte[]> inbox,
            ConsumerProgress progress,
            Clock clock,
            EventingProperties settings) {
        return new InboxHealthIndicator(inbox, progress, clock, settings.stuckAfter());
    }

    /** The driver's own patience of half a minute would hold every thread that serves requests while the store is away. */
    @Bean
    MongoClientSettingsBuilderCustomizer impatientStore() {
        return settings -> settings.applyToClusterSettings(
                        cluster -> cluster.serverSelectionTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS))
                .applyToSocketSettings(socket -> socket.connectTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
    }
}
