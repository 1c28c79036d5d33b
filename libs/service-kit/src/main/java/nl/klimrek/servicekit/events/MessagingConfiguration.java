package nl.klimrek.servicekit.events;

import nl.klimrek.eventing.EventCatalogue;
import nl.klimrek.eventing.spring.EventingConfiguration;
import nl.klimrek.servicekit.disclosure.DisclosureConfiguration;
import nl.klimrek.servicekit.health.HealthConfiguration;
import nl.klimrek.servicekit.imports.ImportConfiguration;
import nl.klimrek.servicekit.topics.TopicConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.kafka.KafkaProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Stores, outbox and inbox for every service, except where {@code klimrek.eventing.enabled} is {@code false}. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "klimrek.eventing.enabled", havingValue = "true", matchIfMissing = true)
@EnableConfigurationProperties(KafkaProperties.class)
@Import({
    EventingConfiguration.class,
    DisclosureConfiguration.class,
    ImportConfiguration.class,
    HealthConfiguration.class,
    TopicConfiguration.class
})
public class MessagingConfiguration {
    @Bean
    @ConditionalOnMissingBean
    EventCatalogue eventCatalogue() {
        return new ContractCatalogue();
    }
}
