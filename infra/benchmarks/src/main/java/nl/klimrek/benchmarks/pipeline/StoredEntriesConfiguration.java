package nl.klimrek.benchmarks.pipeline;

import org.springframework.boot.autoconfigure.mongo.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Adds the counter of stored entries to the journal's own context. */
@Configuration(proxyBeanMethods = false)
class StoredEntriesConfiguration {

    @Bean
    StoredEntries storedEntries() {
        return new StoredEntries();
    }

    @Bean
    MongoClientSettingsBuilderCustomizer watchingEntries(StoredEntries entries) {
        return settings -> settings.addCommandListener(entries);
    }
}
