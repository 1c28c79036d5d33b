package nl.klimrek.journal.intake;

import java.time.Clock;
import java.util.List;
import nl.klimrek.contracts.TopicDefinition;
import nl.klimrek.contracts.Topics;
import nl.klimrek.eventing.EventCatalogue;
import nl.klimrek.eventing.inbox.EventHandlers;
import nl.klimrek.journal.checkpoint.CheckpointSchedule;
import nl.klimrek.journal.gaps.JournalMeters;
import nl.klimrek.journal.store.JournalStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The consumer group {@code journal}: every topic that Klimrek's own services publish facts on. */
@Configuration(proxyBeanMethods = false)
class IntakeConfiguration {

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
            JournalMeters meters,
            CheckpointSchedule checkpoints) {
        Intake intake = new Intake(journal, new Drafts(catalogue, clock), head -> {
            meters.saw(head);
            checkpoints.moved(head);
        });
        return new EventHandlers(GROUP, catalogue)
                .onBatch(topics(), intake::take)
                .onTombstone(Topics.DIRECTORY, intake::erased);
    }
}
