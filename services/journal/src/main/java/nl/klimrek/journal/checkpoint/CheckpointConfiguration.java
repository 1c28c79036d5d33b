package nl.klimrek.journal.checkpoint;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import nl.klimrek.eventing.aggregate.AggregateStoreFactory;
import nl.klimrek.eventing.aggregate.AggregateType;
import nl.klimrek.journal.store.JournalMetrics;
import nl.klimrek.journal.store.JournalStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Configures the signing key, the checkpoints and their job. */
@Configuration(proxyBeanMethods = false)
class CheckpointConfiguration {

    @Bean
    CheckpointSigningKey checkpointSigningKey(CheckpointProperties settings) {
        return settings.createSigningKey()
                ? SigningKeyFile.readOrCreate(settings.signingKey())
                : SigningKeyFile.required(settings.signingKey());
    }

    @Bean
    CheckpointPublisher checkpoints(
            AggregateStoreFactory stores,
            JournalStore journal,
            CheckpointSigningKey key,
            ContinuityGuard continuity,
            CheckpointProperties settings,
            Clock clock,
            MeterRegistry meters) {
        AggregateType<CheckpointSeries> type =
                new AggregateType<>("checkpoints", CheckpointSeries.class, series -> "journal");
        CheckpointPublisher checkpoints = new CheckpointPublisher(
                stores.create(type), journal, key, new NoteSigner(key, settings.logOrigin()), continuity, clock);
        FunctionCounter.builder("klimrek.journal.checkpoints.refused", checkpoints, CheckpointPublisher::refused)
                .description("Checkpoints refused because the chain no longer holds a signed entry")
                .register(meters);
        return checkpoints;
    }

    @Bean
    CheckpointJob checkpointJob(
            JournalStore journal,
            CheckpointPublisher checkpoints,
            CheckpointProperties settings,
            JournalMetrics metrics) {
        return new CheckpointJob(journal, checkpoints, settings, metrics::update);
    }
}
