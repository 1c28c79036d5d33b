package nl.klimrek.reminders;

import java.util.List;
import java.util.Map;
import nl.klimrek.eventing.EventCatalogue;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.eventing.aggregate.AggregateStoreFactory;
import nl.klimrek.eventing.aggregate.AggregateType;
import nl.klimrek.eventing.inbox.EventHandlers;
import nl.klimrek.reminders.deciding.SendingDiary;
import nl.klimrek.reminders.inbox.PromptInbox;
import nl.klimrek.reminders.inbox.PromptInboxListener;
import nl.klimrek.reminders.mail.ContactDetails;
import nl.klimrek.reminders.mail.ContactDirectory;
import nl.klimrek.reminders.mail.UndeliverablePeople;
import nl.klimrek.reminders.overview.HrEscalations;
import nl.klimrek.reminders.prompt.Prompt;
import nl.klimrek.reminders.prompt.PromptNeed;
import nl.klimrek.reminders.rules.AskedPeople;
import nl.klimrek.reminders.rules.CounterpartLeft;
import nl.klimrek.reminders.rules.PrivateGoals;
import nl.klimrek.reminders.rules.PromptRules;
import nl.klimrek.reminders.rules.TrackedAgreements;
import nl.klimrek.reminders.rules.TrackedRequests;
import nl.klimrek.reminders.settings.PromptSettings;
import nl.klimrek.reminders.wording.OwnTemplate;
import nl.klimrek.servicekit.KlimrekService;
import nl.klimrek.servicekit.ServiceLauncher;
import nl.klimrek.servicekit.jobs.JobConfiguration;
import nl.klimrek.servicekit.people.PeopleProjection;
import nl.klimrek.servicekit.people.PeopleProjectionConfiguration;
import nl.klimrek.servicekit.problem.RefusalStatus;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;

/** The reminders service. {@link #main} runs it alone; {@link #start} runs it beside others. */
@KlimrekService
@Import({PeopleProjectionConfiguration.class, JobConfiguration.class})
public class RemindersService {

    static final String NAME = "reminders";

    /** Starts the service with these properties over its own, and returns when it accepts requests. */
    public static ConfigurableApplicationContext start(Map<String, Object> settings) {
        return ServiceLauncher.start(RemindersService.class, NAME, settings);
    }

    public static void main(String[] arguments) {
        ServiceLauncher.run(RemindersService.class, NAME, arguments);
    }

    @Bean
    AggregateStore<Prompt> promptStore(AggregateStoreFactory stores) {
        return stores.create(
                new AggregateType<>("prompts", Prompt.class, Prompt::actor, Prompt::nextCheckAt).withSchema(1));
    }

    @Bean
    AggregateStore<PromptInbox> inboxStore(AggregateStoreFactory stores) {
        return stores.create(AggregateType.readDocument("inboxes", PromptInbox.class));
    }

    @Bean
    AggregateStore<SendingDiary> diaryStore(AggregateStoreFactory stores) {
        return stores.create(AggregateType.readDocument("diaries", SendingDiary.class));
    }

    @Bean
    AggregateStore<PromptSettings> settingsStore(AggregateStoreFactory stores) {
        return stores.create(new AggregateType<>("settings", PromptSettings.class, PromptSettings::person));
    }

    @Bean
    AggregateStore<OwnTemplate> templateStore(AggregateStoreFactory stores) {
        return stores.create(new AggregateType<>(
                "templates", OwnTemplate.class, template -> "template:" + PromptNeed.code(template.action())));
    }

    @Bean
    AggregateStore<ContactDetails> addressStore(AggregateStoreFactory stores) {
        return stores.create(AggregateType.readDocument("addresses", ContactDetails.class));
    }

    @Bean
    AggregateStore<UndeliverablePeople> undeliverableStore(AggregateStoreFactory stores) {
        return stores.create(AggregateType.readDocument("undeliverable", UndeliverablePeople.class));
    }

    @Bean
    AggregateStore<TrackedRequests> openRequestStore(AggregateStoreFactory stores) {
        return stores.create(AggregateType.readDocument("open-requests", TrackedRequests.class));
    }

    @Bean
    AggregateStore<TrackedAgreements> openAgreementStore(AggregateStoreFactory stores) {
        return stores.create(AggregateType.readDocument("open-agreements", TrackedAgreements.class));
    }

    @Bean
    AggregateStore<CounterpartLeft> counterpartLeftStore(AggregateStoreFactory stores) {
        return stores.create(AggregateType.readDocument("partings", CounterpartLeft.class));
    }

    @Bean
    AggregateStore<AskedPeople> askedPeopleStore(AggregateStoreFactory stores) {
        return stores.create(AggregateType.readDocument("asked", AskedPeople.class));
    }

    @Bean
    AggregateStore<HrEscalations> escalationStore(AggregateStoreFactory stores) {
        return stores.create(AggregateType.readDocument("escalations", HrEscalations.class));
    }

    @Bean
    AggregateStore<PrivateGoals> privateGoalStore(AggregateStoreFactory stores) {
        return stores.create(AggregateType.readDocument("private-goals", PrivateGoals.class));
    }

    @Bean
    EventHandlers handlers(
            EventCatalogue catalogue,
            PeopleProjection people,
            ContactDirectory contacts,
            List<PromptRules> rules,
            PromptInboxListener inbox) {
        EventHandlers handlers = people.register(new EventHandlers(NAME, catalogue));
        contacts.register(handlers);
        rules.forEach(each -> each.register(handlers));
        inbox.register(handlers);
        return handlers;
    }

    @Bean
    RefusalStatus statuses() {
        return RefusalStatus.of(Map.of(
                "snooze-out-of-range", HttpStatus.UNPROCESSABLE_ENTITY,
                "sending-hours-invalid", HttpStatus.UNPROCESSABLE_ENTITY,
                "webhook-url-invalid", HttpStatus.UNPROCESSABLE_ENTITY,
                "webhook-key-missing", HttpStatus.SERVICE_UNAVAILABLE,
                "too-many-streams", HttpStatus.TOO_MANY_REQUESTS));
    }
}
