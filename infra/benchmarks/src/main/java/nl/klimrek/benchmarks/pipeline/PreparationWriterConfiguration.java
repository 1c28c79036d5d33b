package nl.klimrek.benchmarks.pipeline;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import nl.klimrek.eventing.EventCatalogue;
import nl.klimrek.eventing.spring.EventingConfiguration;
import nl.klimrek.servicekit.events.ContractCatalogue;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.data.mongo.MongoDataAutoConfiguration;
import org.springframework.boot.autoconfigure.kafka.KafkaProperties;
import org.springframework.boot.autoconfigure.mongo.MongoAutoConfiguration;
import org.springframework.boot.autoconfigure.mongo.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The smallest service that writes: aggregates and relay as every service has them, and no edge. */
@Configuration(proxyBeanMethods = false)
@Import(EventingConfiguration.class)
@ImportAutoConfiguration({MongoAutoConfiguration.class, MongoDataAutoConfiguration.class})
@EnableConfigurationProperties(KafkaProperties.class)
class PreparationWriterConfiguration {

    @Bean
    MeterRegistry meters() {
        return new SimpleMeterRegistry();
    }

    @Bean
    EventCatalogue catalogue() {
        return new ContractCatalogue();
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    StoreCommandCounter storeWatch() {
        return new StoreCommandCounter();
    }

    @Bean
    MongoClientSettingsBuilderCustomizer watchingStore(StoreCommandCounter watch) {
        return settings -> settings.addCommandListener(watch);
    }
}
