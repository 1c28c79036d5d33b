package nl.klimrek.journal.checkpoint;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import nl.klimrek.eventing.aggregate.AggregateStoreFactory;
import nl.klimrek.eventing.aggregate.AggregateType;
import nl.klimrek.journal.JournalSettings;
import nl.klimrek.journal.gaps.JournalMeters;
import nl.klimrek.journal.store.JournalStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;

/** The signing key, the checkpoints and the clockwork behind them. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class CheckpointConfiguration {

    @Bean
    Checkpoints checkpoints(
            AggregateStoreFactory stores,
            JournalStore journal,
            JournalSettings settings,
            Clock clock,
            MeterRegistry meters) {
        AggregateType<CheckpointSeries> type =
                new AggregateType<>("checkpoints", CheckpointSeries.class, series -> "journal");
        Checkpoints checkpoints =
                new Checkpoints(stores.create(type), journal, KeyFile.at(settings.signingKey()), clock);
        FunctionCounter.builder("klimrek.journal.checkpoints.refused", checkpoints, Checkpoints::refused)
                .description("Chains that were found changed after they were signed")
                .register(meters);
        return checkpoints;
    }

    @Bean
    CheckpointSchedule checkpointSchedule(
            JournalStore journal, Checkpoints checkpoints, JournalSettings settings, JournalMeters meters) {
        return new CheckpointSchedule(journal, checkpoints, settings.checkpointEntries(), meters::saw);
    }

    @Bean
    SchedulingConfigurer checkpointClock(CheckpointSchedule schedule, JournalSettings settings) {
        return tasks -> tasks.addFixedDelayTask(schedule::due, settings.checkpointEvery());
    }
}
