package nl.klimrek.journal.ingest;

import java.time.Clock;
import java.util.List;
import nl.klimrek.contracts.TopicDefinition;
import nl.klimrek.contracts.Topics;
import nl.klimrek.eventing.EventCatalogue;
import nl.klimrek.eventing.inbox.EventHandlers;
import nl.klimrek.journal.checkpoint.CheckpointSchedule;
import nl.klimrek.journal.store.JournalMetrics;
import nl.klimrek.journal.store.JournalStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The consumer group {@code journal}: every topic that Klimrek's own services publish facts on. */
@Configuration(proxyBeanMethods = false)
class IngestConfiguration {

    static final String GROUP = "journal";

    /**
     * The topics that name the journal as a reader. Not the inbound HR topic, which holds names and is not ours; of the
     * journal's own, what is done with parked records.
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
            JournalMetrics meters,
            CheckpointSchedule checkpoints) {
        EventIngest intake = new EventIngest(journal, new EntryFactory(catalogue, clock), head -> {
            meters.saw(head);
            checkpoints.moved(head);
        });
        return new EventHandlers(GROUP, catalogue)
                .onEverything(topics(), intake::take)
                .onErased(Topics.DIRECTORY, intake::erased);
    }
}
