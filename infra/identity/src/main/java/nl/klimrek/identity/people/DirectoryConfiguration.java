package nl.klimrek.identity.people;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.klimrek.identity.IdentityProperties;
import nl.klimrek.identity.IdentityProperties.DemoAccount;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.boot.autoconfigure.kafka.KafkaProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Configures the accounts and the directory reader; {@code spring.kafka.*} configures the broker. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(KafkaProperties.class)
class DirectoryConfiguration {

    @Bean
    AccountRegistry accounts(IdentityProperties properties) {
        return new AccountRegistry(
                properties.organisations(),
                properties.accounts().entrySet().stream()
                        .flatMap(entry -> accounts(entry.getKey(), entry.getValue(), properties.organisations()))
                        .toList());
    }

    private static Stream<LoginAccount> accounts(String login, DemoAccount demo, List<String> everywhere) {
        List<String> organisations = demo.organisation().isEmpty() ? everywhere : List.of(demo.organisation());
        Optional<String> email = Optional.of(demo.email()).filter(address -> !address.isEmpty());
        return organisations.stream()
                .map(organisation -> new LoginAccount(
                        new AccountName(login, organisation), email, demo.roles(), demo.language(), demo.external()));
    }

    @Bean
    PersonDirectory directory() {
        return new PersonDirectory();
    }

    @Bean
    SubjectResolver subjects(AccountRegistry accounts, PersonDirectory directory) {
        return new SubjectResolver(accounts, directory);
    }

    @Bean
    DirectoryReader directoryReader(
            IdentityProperties properties,
            KafkaProperties kafka,
            PersonDirectory directory,
            ObjectMapper json,
            Clock clock) {
        Map<String, Object> settings = kafka.buildConsumerProperties(null);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000);
        // The broker holds a request until there is something; a search for partitions waits behind it.
        settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 2_000);
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, "identity-directory");
        return new DirectoryReader(
                properties.directoryTopic(),
                () -> new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer()),
                directory,
                new DirectoryRecordParser(json),
                clock);
    }
}
