package nl.klimrek.servicekit.health;

import org.springframework.boot.autoconfigure.kafka.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A service that uses the broker is ready when the broker answers; Spring Boot itself asks the store. */
@Configuration(proxyBeanMethods = false)
public class HealthConfiguration {
    /** Named so that the readiness group finds it as {@code kafka}. */
    @Bean
    KafkaHealth kafkaHealthIndicator(KafkaProperties kafka) {
        return new KafkaHealth(kafka.buildAdminProperties(null));
    }
}
