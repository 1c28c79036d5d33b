package nl.klimrek.benchmarks.pipeline;

import org.springframework.boot.autoconfigure.mongo.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Added to the journal's own context, so that its commands to the store are seen. */
@Configuration(proxyBeanMethods = false)
class WatchedStore {

    @Bean
    StoredEntries storedEntries() {
        return new StoredEntries();
    }

    @Bean
    MongoClientSettingsBuilderCustomizer watchingEntries(StoredEntries entries) {
        return settings -> settings.addCommandListener(entries);
    }
}
