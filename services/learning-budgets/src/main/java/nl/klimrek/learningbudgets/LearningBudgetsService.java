package nl.klimrek.learningbudgets;

import java.util.Map;
import nl.klimrek.contracts.learningbudgets.LearningBudgetsDisclosed;
import nl.klimrek.eventing.EventCatalogue;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.eventing.aggregate.AggregateStoreFactory;
import nl.klimrek.eventing.aggregate.AggregateType;
import nl.klimrek.eventing.inbox.EventHandlers;
import nl.klimrek.learningbudgets.account.BudgetAccount;
import nl.klimrek.learningbudgets.deciding.AskingPeople;
import nl.klimrek.learningbudgets.deciding.OpenRequests;
import nl.klimrek.learningbudgets.deciding.OpenRequestsListener;
import nl.klimrek.learningbudgets.joining.RosterListener;
import nl.klimrek.learningbudgets.policy.BudgetPolicy;
import nl.klimrek.servicekit.KlimrekService;
import nl.klimrek.servicekit.ServiceLauncher;
import nl.klimrek.servicekit.disclosure.DisclosedEventFactory;
import nl.klimrek.servicekit.people.PeopleProjection;
import nl.klimrek.servicekit.people.PeopleProjectionConfiguration;
import nl.klimrek.servicekit.problem.RefusalStatus;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;

/** The service for learning budgets; alone in its process, or beside others through {@link #start}. */
@KlimrekService
@Import(PeopleProjectionConfiguration.class)
public class LearningBudgetsService {

    public static final String NAME = "learning-budgets";

    public static void main(String[] arguments) {
        ServiceLauncher.run(LearningBudgetsService.class, NAME, arguments);
    }

    /** Starts the service and returns when it accepts requests. @param overrides properties that win over all others */
    public static ConfigurableApplicationContext start(Map<String, Object> overrides) {
        return ServiceLauncher.start(LearningBudgetsService.class, NAME, overrides);
    }

    @Bean
    AggregateStore<BudgetAccount> accounts(AggregateStoreFactory stores) {
        return stores.create(new AggregateType<>(
                "accounts", BudgetAccount.class, BudgetAccount::employee, BudgetAccount::quarterEndsAt));
    }

    @Bean
    AggregateStore<BudgetPolicy> policyStore(AggregateStoreFactory stores) {
        return stores.create(AggregateType.readDocument("policies", BudgetPolicy.class));
    }

    @Bean
    AggregateStore<OpenRequests> openRequests(AggregateStoreFactory stores) {
        return stores.create(AggregateType.readDocument("open_requests", OpenRequests.class));
    }

    @Bean
    AggregateStore<AskingPeople> askingPeople(AggregateStoreFactory stores) {
        return stores.create(AggregateType.readDocument("asking_people", AskingPeople.class));
    }

    @Bean
    EventHandlers handlers(
            EventCatalogue catalogue,
            PeopleProjection people,
            RosterListener roster,
            OpenRequestsListener openRequests) {
        EventHandlers handlers = new EventHandlers(NAME, catalogue);
        people.register(handlers);
        roster.register(handlers);
        openRequests.register(handlers);
        return handlers;
    }

    @Bean
    DisclosedEventFactory looks() {
        return LearningBudgetsDisclosed::new;
    }

    /** What can not be right whatever the balance is 422; what a moment's state forbids stays 409. */
    @Bean
    RefusalStatus refusalStatuses() {
        return RefusalStatus.of(Map.of(
                "own-request", HttpStatus.FORBIDDEN,
                "legal-training-not-from-personal-pot", HttpStatus.UNPROCESSABLE_ENTITY,
                "pot-unknown", HttpStatus.UNPROCESSABLE_ENTITY,
                "pot-not-valid-then", HttpStatus.UNPROCESSABLE_ENTITY,
                "pot-named-twice", HttpStatus.UNPROCESSABLE_ENTITY,
                "pot-not-in-request", HttpStatus.UNPROCESSABLE_ENTITY,
                "pot-code-twice", HttpStatus.UNPROCESSABLE_ENTITY,
                "share-empty", HttpStatus.UNPROCESSABLE_ENTITY,
                "shares-missing", HttpStatus.UNPROCESSABLE_ENTITY,
                "expense-empty", HttpStatus.UNPROCESSABLE_ENTITY));
    }
}
