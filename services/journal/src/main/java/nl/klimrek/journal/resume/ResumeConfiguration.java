package nl.klimrek.journal.resume;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import nl.klimrek.eventing.kafka.KafkaClientSettings;
import nl.klimrek.journal.checkpoint.CheckpointSigningKey;
import nl.klimrek.journal.checkpoint.ContinuityGuard;
import nl.klimrek.journal.checkpoint.PublishedCheckpointReader;
import nl.klimrek.journal.store.JournalStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Configures the comparison of chains with their published checkpoints. */
@Configuration(proxyBeanMethods = false)
class ResumeConfiguration {

    @Bean
    ContinuityGuard continuity(
            JournalStore journal, KafkaClientSettings kafka, CheckpointSigningKey key, MeterRegistry meters) {
        PublishedContinuity continuity = new PublishedContinuity(
                new LostEntriesFinder(journal, new PublishedCheckpointReader(kafka.consumer()), key));
        Gauge.builder("klimrek.journal.resume.required", continuity, PublishedContinuity::waiting)
                .description("Restored chains that an operator must resume")
                .register(meters);
        return continuity;
    }
}
