package nl.klimrek.reminders;

import java.util.Map;
import nl.klimrek.eventing.EventCatalogue;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.eventing.aggregate.AggregateStoreFactory;
import nl.klimrek.eventing.aggregate.AggregateType;
import nl.klimrek.eventing.inbox.EventHandlers;
import nl.klimrek.reminders.inbox.Inbox;
import nl.klimrek.reminders.inbox.InboxListener;
import nl.klimrek.reminders.prompt.Prompt;
import nl.klimrek.reminders.sending.Address;
import nl.klimrek.reminders.sending.Addresses;
import nl.klimrek.reminders.sending.Sender;
import nl.klimrek.reminders.sources.AgreementPrompts;
import nl.klimrek.reminders.sources.BudgetPrompts;
import nl.klimrek.reminders.sources.ConversationPrompts;
import nl.klimrek.reminders.sources.OpenAgreements;
import nl.klimrek.reminders.sources.OpenRequests;
import nl.klimrek.reminders.sources.Parting;
import nl.klimrek.servicekit.KlimrekService;
import nl.klimrek.servicekit.ServiceLauncher;
import nl.klimrek.servicekit.people.PeopleProjection;
import nl.klimrek.servicekit.people.PeopleProjectionConfiguration;
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
@Import(PeopleProjectionConfiguration.class)
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
        return stores.create(new AggregateType<>("prompts", Prompt.class, Prompt::actor, Prompt::lookAt));
    }

    @Bean
    AggregateStore<Inbox> inboxStore(AggregateStoreFactory stores) {
        return stores.create(AggregateType.readDocument("inboxes", Inbox.class));
    }

    @Bean
    AggregateStore<Address> addressStore(AggregateStoreFactory stores) {
        return stores.create(AggregateType.readDocument("addresses", Address.class));
    }

    @Bean
    AggregateStore<OpenRequests> openRequestStore(AggregateStoreFactory stores) {
        return stores.create(AggregateType.readDocument("open-requests", OpenRequests.class));
    }

    @Bean
    AggregateStore<OpenAgreements> openAgreementStore(AggregateStoreFactory stores) {
        return stores.create(AggregateType.readDocument("open-agreements", OpenAgreements.class));
    }

    @Bean
    AggregateStore<Parting> partingStore(AggregateStoreFactory stores) {
        return stores.create(AggregateType.readDocument("partings", Parting.class));
    }

    /** The first look waits as long as an event settles: what came while nobody listened may have made a prompt moot. */
    @Bean
    SchedulingConfigurer looks(Sender sender, RemindersProperties properties) {
        return tasks ->
                tasks.addFixedDelayTask(new IntervalTask(sender::sendDue, properties.lookEvery(), properties.settle()));
    }

    @Bean
    EventHandlers handlers(
            EventCatalogue catalogue,
            PeopleProjection people,
            Addresses addresses,
            ConversationPrompts conversations,
            AgreementPrompts agreements,
            BudgetPrompts budgets,
            InboxListener inbox) {
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
