package nl.klimrek.servicekit.health;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.autoconfigure.kafka.KafkaProperties;
import org.springframework.boot.autoconfigure.mongo.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/** A service is ready when broker and store answer, and finds out soon when they do not. Beans are named as the readiness group looks for them. */
@Configuration(proxyBeanMethods = false)
public class HealthConfiguration {
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    @Bean
    KafkaHealth kafkaHealthIndicator(KafkaProperties kafka) {
        return new KafkaHealth(kafka.buildAdminProperties(null));
    }

    @Bean
    MongoHealth mongoHealthIndicator(MongoDatabaseFactory mongo) {
        return new MongoHealth(mongo);
    }

    /** The driver's own patience of half a minute would hold every thread that serves requests while the store is away. */
    @Bean
    MongoClientSettingsBuilderCustomizer impatientStore() {
        return settings -> settings
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS))
                .applyToSocketSettings(socket -> socket.connectTimeout((int) PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
    }
}
