package nl.klimrek.servicekit.topics;

import java.util.List;
import nl.klimrek.contracts.DeclaredTopic;
import nl.klimrek.eventing.kafka.KafkaClientSettings;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Adds the check of topics to a service; {@code klimrek.topics} names what it expects ({@link TopicCheckMode}). */
@Configuration(proxyBeanMethods = false)
public class TopicConfiguration {

    @Bean
    TopicCheck topicCheck(
            @Value("${klimrek.service}") String service,
            @Value("${klimrek.topics:cluster}") TopicCheckMode mode,
            KafkaClientSettings kafka,
            ConfigurableApplicationContext context) {
        List<DeclaredTopic> topics = mode == TopicCheckMode.UNCHECKED
                ? List.of()
                : TopicCheck.of(service, mode == TopicCheckMode.SINGLE_BROKER);
        return new TopicCheck(topics, kafka.admin(), wrong -> context.close());
    }
}
