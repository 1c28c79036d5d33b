package nl.klimrek.learningbudgets;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.klimrek.contracts.learningbudgets.LearningBudgetsDisclosed;
import nl.klimrek.eventing.EventCatalogue;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.eventing.aggregate.AggregateStoreFactory;
import nl.klimrek.eventing.aggregate.AggregateType;
import nl.klimrek.eventing.inbox.EventHandlers;
import nl.klimrek.learningbudgets.account.BudgetAccount;
import nl.klimrek.learningbudgets.account.LedgerPage;
import nl.klimrek.learningbudgets.policy.BudgetPolicy;
import nl.klimrek.learningbudgets.roster.QuarterEndReporter;
import nl.klimrek.learningbudgets.roster.RosterListener;
import nl.klimrek.learningbudgets.shortfall.ShortfallIndex;
import nl.klimrek.learningbudgets.worklist.FormerRequesterShard;
import nl.klimrek.learningbudgets.worklist.PendingRequestList;
import nl.klimrek.learningbudgets.worklist.PendingRequestListener;
import nl.klimrek.servicekit.KlimrekService;
import nl.klimrek.servicekit.ServiceLauncher;
import nl.klimrek.servicekit.disclosure.DisclosedEventFactory;
import nl.klimrek.servicekit.jobs.ClockJob;
import nl.klimrek.servicekit.jobs.JobConfiguration;
import nl.klimrek.servicekit.people.PeopleProjection;
import nl.klimrek.servicekit.people.PeopleProjectionConfiguration;
import nl.klimrek.servicekit.problem.RefusalStatus;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;

/** The learning-budgets service. {@link #main} runs it alone; {@link #start} runs it beside others. */
@KlimrekService
@Import({PeopleProjectionConfiguration.class, JobConfiguration.class})
public class LearningBudgetsService {

    public static final String NAME = "learning-budgets";

    /** Refusals of a request that no balance could make valid. */
    private static final List<String> UNPROCESSABLE = List.of(
            "legal-training-not-from-personal-pot",
            "pot-unknown",
            "pot-not-valid-then",
            "pot-named-twice",
            "pot-not-in-request",
            "pot-code-twice",
            "share-empty",
            "share-over-maximum",
            "shares-missing",
            "expense-empty",
            "correction-same");

    public static void main(String[] arguments) {
        ServiceLauncher.run(LearningBudgetsService.class, NAME, arguments);
    }

    /**
     * Starts the service and returns when it accepts requests.
     *
     * @param overrides properties that override all others
     */
    public static ConfigurableApplicationContext start(Map<String, Object> overrides) {
        return ServiceLauncher.start(LearningBudgetsService.class, NAME, overrides);
    }

    @Bean
    AggregateStore<BudgetAccount> accounts(AggregateStoreFactory stores) {
        return stores.create(new AggregateType<>(
                        "accounts", BudgetAccount.class, BudgetAccount::employee, BudgetAccount::nextReportAt)
                .withSchema(LearningBudgetsSchema.ACCOUNTS));
    }

    @Bean
    AggregateStore<LedgerPage> ledgerPages(AggregateStoreFactory stores) {
        return stores.create(LearningBudgetsSchema.PAGES);
    }

    @Bean
    AggregateStore<BudgetPolicy> policyStore(AggregateStoreFactory stores) {
        return stores.create(AggregateType.readDocument("policies", BudgetPolicy.class));
    }

    @Bean
    AggregateStore<PendingRequestList> pendingRequests(AggregateStoreFactory stores) {
        return stores.create(AggregateType.readDocument("open_requests", PendingRequestList.class));
    }

    @Bean
    AggregateStore<FormerRequesterShard> formerRequesters(AggregateStoreFactory stores) {
        return stores.create(AggregateType.readDocument("asking_people", FormerRequesterShard.class));
    }

    @Bean
    EventHandlers handlers(
            EventCatalogue catalogue,
            PeopleProjection people,
            RosterListener roster,
            PendingRequestListener pendingRequests,
            ShortfallIndex shortfalls) {
        EventHandlers handlers = new EventHandlers(NAME, catalogue);
        people.register(handlers);
        roster.register(handlers);
        pendingRequests.register(handlers);
        shortfalls.register(handlers);
        return handlers;
    }

    @Bean
    DisclosedEventFactory disclosedEvent() {
        return LearningBudgetsDisclosed::new;
    }

    @Bean
    ClockJob quarterEndJob(QuarterEndReporter reporter) {
        return reporter.job();
    }

    /** A request that no balance could make valid is 422. A conflict with the current state stays 409. */
    @Bean
    RefusalStatus refusalStatuses() {
        Map<String, HttpStatus> statuses = new HashMap<>();
        statuses.put("own-request", HttpStatus.FORBIDDEN);
        UNPROCESSABLE.forEach(code -> statuses.put(code, HttpStatus.UNPROCESSABLE_ENTITY));
        return RefusalStatus.of(statuses);
    }
}
