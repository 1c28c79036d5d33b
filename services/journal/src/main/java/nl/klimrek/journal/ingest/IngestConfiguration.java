package nl.klimrek.journal.ingest;

import java.time.Clock;
import java.util.List;
import nl.klimrek.contracts.TopicDefinition;
import nl.klimrek.contracts.Topics;
import nl.klimrek.eventing.EventCatalogue;
import nl.klimrek.eventing.inbox.EventHandlers;
import nl.klimrek.journal.checkpoint.CheckpointJob;
import nl.klimrek.journal.checkpoint.ContinuityGuard;
import nl.klimrek.journal.store.JournalMetrics;
import nl.klimrek.journal.store.JournalStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Configures the consumer group {@code journal}, which reads every topic of Klimrek's own services. */
@Configuration(proxyBeanMethods = false)
class IngestConfiguration {

    static final String GROUP = "journal";

    /**
     * The topics that name the journal as a reader. The inbound HR topic, which holds names, is not among them. The
     * journal's own topic is, for the events of dead letters.
     */
    static List<String> topics() {
        return TopicDefinition.all().stream()
                .filter(topic -> topic.readers().contains(GROUP))
                .map(TopicDefinition::name)
                .toList();
    }

    @Bean
    EventHandlers eventHandlers(
            JournalStore journal,
            EventCatalogue catalogue,
            Clock clock,
            JournalMetrics metrics,
            ContinuityGuard continuity,
            CheckpointJob checkpoints) {
        EventIngest ingest = new EventIngest(journal, new EntryFactory(catalogue, clock), continuity, head -> {
            metrics.update(head);
            checkpoints.chainGrown(head);
        });
        return new EventHandlers(GROUP, catalogue)
                .onBatch(topics(), ingest::ingest)
                .onTombstone(Topics.DIRECTORY, ingest::addTombstone);
    }
}
