package nl.klimrek.conversations;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.klimrek.contracts.conversations.ConversationsDisclosed;
import nl.klimrek.conversations.cycle.Cycle;
import nl.klimrek.conversations.cycle.CycleListProjection.CycleList;
import nl.klimrek.conversations.cycle.cadence.EmployeeRhythm;
import nl.klimrek.conversations.dialogue.Conversation;
import nl.klimrek.conversations.dialogue.overview.Overview;
import nl.klimrek.conversations.externalcoach.FinishedConversations;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.eventing.aggregate.AggregateStoreFactory;
import nl.klimrek.eventing.aggregate.AggregateType;
import nl.klimrek.servicekit.KlimrekService;
import nl.klimrek.servicekit.ServiceLauncher;
import nl.klimrek.servicekit.disclosure.DisclosedEventFactory;
import nl.klimrek.servicekit.jobs.JobConfiguration;
import nl.klimrek.servicekit.people.PeopleProjectionConfiguration;
import nl.klimrek.servicekit.problem.RefusalStatus;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;

/** The service that holds cycles and conversations. */
@KlimrekService
@Import({PeopleProjectionConfiguration.class, JobConfiguration.class})
public class ConversationsService {

    public static final String NAME = "conversations";

    public static void main(String[] arguments) {
        ServiceLauncher.run(ConversationsService.class, NAME, arguments);
    }

    /** Starts the service with property values that win over every other source. */
    public static ConfigurableApplicationContext start(Map<String, Object> overrides) {
        return ServiceLauncher.start(ConversationsService.class, NAME, overrides);
    }

    @Bean
    AggregateStore<Conversation> conversationStore(AggregateStoreFactory stores) {
        return stores.create(new AggregateType<>(
                "conversations", Conversation.class, now -> now.participants().employee(), Conversation::missedAt));
    }

    @Bean
    FinishedConversations finishedConversations(AggregateStore<Conversation> conversations) {
        return (organisation, conversation) -> conversations
                .find(Key.of(organisation, conversation))
                .filter(found -> found.state().status().ended())
                .isPresent();
    }

    @Bean
    AggregateStore<Cycle> cycleStore(AggregateStoreFactory stores) {
        return stores.create(new AggregateType<>("cycles", Cycle.class, Cycle::id, Cycle::due));
    }

    @Bean
    AggregateStore<CycleList> cycleListStore(AggregateStoreFactory stores) {
        return stores.create(AggregateType.readDocument("cycle_lists", CycleList.class));
    }

    @Bean
    AggregateStore<EmployeeRhythm> rhythmStore(AggregateStoreFactory stores) {
        return stores.create(AggregateType.readDocument("rhythms", EmployeeRhythm.class));
    }

    @Bean
    AggregateStore<Overview> agendaStore(AggregateStoreFactory stores) {
        return stores.create(AggregateType.readDocument("agendas", Overview.class));
    }

    @Bean
    DisclosedEventFactory looks() {
        return ConversationsDisclosed::new;
    }

    @Bean
    RefusalStatus refusalStatus() {
        return RefusalStatus.of(Stream.of(
                        "slot-impossible",
                        "window-impossible",
                        "rhythm-impossible",
                        "scope-impossible",
                        "blackout-impossible",
                        "decline-needs-answer",
                        "cancellation-needs-reason",
                        "question-unknown",
                        "colleagues-impossible",
                        "feedback-answers-differ",
                        "feedback-needs-words")
                .collect(Collectors.toMap(code -> code, code -> HttpStatus.BAD_REQUEST)));
    }
}
