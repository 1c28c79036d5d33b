package nl.klimrek.reminders;

import java.util.Map;
import nl.klimrek.eventing.EventCatalogue;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.eventing.aggregate.AggregateStoreFactory;
import nl.klimrek.eventing.aggregate.AggregateType;
import nl.klimrek.eventing.inbox.EventHandlers;
import nl.klimrek.reminders.inbox.PromptInbox;
import nl.klimrek.reminders.inbox.PromptInboxListener;
import nl.klimrek.reminders.prompt.Prompt;
import nl.klimrek.reminders.rules.AgreementPromptRules;
import nl.klimrek.reminders.rules.BudgetRequestPromptRules;
import nl.klimrek.reminders.rules.ConversationPromptRules;
import nl.klimrek.reminders.rules.CounterpartLeft;
import nl.klimrek.reminders.rules.TrackedAgreements;
import nl.klimrek.reminders.rules.TrackedRequests;
import nl.klimrek.reminders.sending.ContactDetails;
import nl.klimrek.reminders.sending.ContactDirectory;
import nl.klimrek.reminders.sending.PromptSender;
import nl.klimrek.reminders.timing.RemindersProperties;
import nl.klimrek.servicekit.KlimrekService;
import nl.klimrek.servicekit.ServiceLauncher;
import nl.klimrek.servicekit.people.PeopleView;
import nl.klimrek.servicekit.people.PeopleViewConfiguration;
import nl.klimrek.servicekit.problem.RefusalStatus;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.IntervalTask;

/** The reminders service. */
@KlimrekService
@EnableScheduling
@Import(PeopleViewConfiguration.class)
public class RemindersService {

    static final String NAME = "reminders";

    /** Starts it with these settings over its own. */
    public static ConfigurableApplicationContext start(Map<String, Object> settings) {
        return ServiceLauncher.start(RemindersService.class, NAME, settings);
    }

    public static void main(String[] arguments) {
        ServiceLauncher.run(RemindersService.class, NAME, arguments);
    }

    @Bean
    AggregateStore<Prompt> promptStore(AggregateStoreFactory stores) {
        return stores.of(new AggregateType<>("prompts", Prompt.class, Prompt::actor, Prompt::lookAt));
    }

    @Bean
    AggregateStore<PromptInbox> inboxStore(AggregateStoreFactory stores) {
        return stores.of(AggregateType.readDocument("inboxes", PromptInbox.class));
    }

    @Bean
    AggregateStore<ContactDetails> addressStore(AggregateStoreFactory stores) {
        return stores.of(AggregateType.readDocument("addresses", ContactDetails.class));
    }

    @Bean
    AggregateStore<TrackedRequests> openRequestStore(AggregateStoreFactory stores) {
        return stores.of(AggregateType.readDocument("open-requests", TrackedRequests.class));
    }

    @Bean
    AggregateStore<TrackedAgreements> openAgreementStore(AggregateStoreFactory stores) {
        return stores.of(AggregateType.readDocument("open-agreements", TrackedAgreements.class));
    }

    @Bean
    AggregateStore<CounterpartLeft> partingStore(AggregateStoreFactory stores) {
        return stores.of(AggregateType.readDocument("partings", CounterpartLeft.class));
    }

    /** The first look waits as long as an event settles: what came while nobody listened may have made a prompt moot. */
    @Bean
    SchedulingConfigurer looks(PromptSender sender, RemindersProperties properties) {
        return tasks ->
                tasks.addFixedDelayTask(new IntervalTask(sender::sendDue, properties.lookEvery(), properties.settle()));
    }

    @Bean
    EventHandlers handlers(
            EventCatalogue catalogue,
            PeopleView people,
            ContactDirectory addresses,
            ConversationPromptRules conversations,
            AgreementPromptRules agreements,
            BudgetRequestPromptRules budgets,
            PromptInboxListener inbox) {
        EventHandlers handlers = people.register(new EventHandlers(NAME, catalogue));
        addresses.register(handlers);
        conversations.register(handlers);
        agreements.register(handlers);
        budgets.register(handlers);
        return inbox.register(handlers);
    }

    @Bean
    RefusalStatus statuses() {
        return RefusalStatus.of(Map.of("snooze-out-of-range", HttpStatus.UNPROCESSABLE_ENTITY));
    }
}
