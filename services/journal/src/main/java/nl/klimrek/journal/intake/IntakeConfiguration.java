package nl.klimrek.journal.intake;

import java.time.Clock;
import java.util.List;

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

    /**
     * Not the inbound HR topic, which holds names and is not ours; not the journal's own checkpoints, or each would make
     * the next one necessary.
     */
    static final List<String> TOPICS = List.of(
            Topics.PEOPLE, Topics.DIRECTORY, Topics.CONVERSATIONS, Topics.POP_FORMS, Topics.LEARNING_BUDGETS, Topics.REMINDERS);

    @Bean
    EventHandlers eventHandlers(JournalStore journal, EventCatalogue catalogue, Clock clock, JournalMeters meters,
            CheckpointSchedule checkpoints) {
        Intake intake = new Intake(journal, new Drafts(catalogue, clock), head -> {
            meters.saw(head);
            checkpoints.moved(head);
        });
        return new EventHandlers("journal", catalogue)
                .onEverything(TOPICS, intake::take)
                .onErased(Topics.DIRECTORY, intake::erased);
    }
}
