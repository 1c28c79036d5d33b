package nl.klimrek.journal.store;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/** Configures the journal in the service's own database. */
@Configuration(proxyBeanMethods = false)
class JournalStoreConfiguration {

    @Bean
    JournalStore journalStore(MongoDatabaseFactory mongo, Clock clock) {
        return new JournalStore(mongo.getMongoDatabase(), clock);
    }
}
