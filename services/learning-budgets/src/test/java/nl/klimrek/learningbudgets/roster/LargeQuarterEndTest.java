package nl.klimrek.learningbudgets.roster;

import static nl.klimrek.learningbudgets.account.AccountFixture.NOW;
import static nl.klimrek.learningbudgets.account.AccountFixture.PERSONAL;
import static nl.klimrek.learningbudgets.account.AccountFixture.after;
import static nl.klimrek.learningbudgets.account.AccountFixture.grant;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.eventing.aggregate.AggregateType;
import nl.klimrek.learningbudgets.account.AccountId;
import nl.klimrek.learningbudgets.account.AccountRepository;
import nl.klimrek.learningbudgets.account.BudgetAccount;
import nl.klimrek.learningbudgets.account.LedgerPage;
import nl.klimrek.learningbudgets.policy.BudgetPolicy;
import nl.klimrek.learningbudgets.policy.BudgetPolicyRepository;
import nl.klimrek.learningbudgets.policy.BudgetProperties;
import nl.klimrek.learningbudgets.pot.Money;
import nl.klimrek.servicekit.jobs.ClockJobRunner;
import nl.klimrek.servicekit.jobs.DueJob;
import nl.klimrek.servicekit.people.PeopleProjection;
import nl.klimrek.servicekit.people.PersonProfile;
import nl.klimrek.testkit.service.TestClock;
import nl.klimrek.testkit.store.InMemoryJobRanges;
import nl.klimrek.testkit.store.InMemoryPeopleLists;
import nl.klimrek.testkit.store.InMemoryStores;
import org.junit.jupiter.api.Test;

/** The quarter end of a large organisation. {@code -Dklimrek.large.people} sets its size. */
class LargeQuarterEndTest {
    private static final int PEOPLE = Integer.getInteger("klimrek.large.people", 5_000);
    private static final int PAGE = 200;
    private static final Organisation ORGANISATION = new Organisation("large");
    private static final MessageContext CONTEXT = MessageContext.system("test");

    private final TestClock clock = TestClock.stoppedAt(NOW);
    private final InMemoryStores stores = new InMemoryStores(clock);
    private final InMemoryJobRanges ranges = new InMemoryJobRanges();
    private final AggregateStore<BudgetAccount> accounts = stores.create(
            new AggregateType<>("accounts", BudgetAccount.class, BudgetAccount::employee, BudgetAccount::nextReportAt));
    private final PeopleProjection people = new PeopleProjection(
            stores.create(AggregateType.readDocument("people_facts", PersonProfile.class)), new InMemoryPeopleLists());

    @Test
    void two_instances_report_every_account_once_and_hold_one_page_at_a_time() {
        for (int i = 0; i < PEOPLE; i++) {
            AccountId id = new AccountId("p-" + i);
            BudgetAccount account = after(
                    BudgetAccount.empty(id).grant(List.of(grant(PERSONAL, new Money(500_00), new Money(100_00))), NOW));
            accounts.create(Key.of(ORGANISATION, id.value()), CONTEXT, none -> Decision.accept(account));
        }
        clock.advance(Duration.ofDays(70));
        AccountRepository repository =
                new AccountRepository(accounts, stores.create(AggregateType.readDocument("pages", LedgerPage.class)));
        GrantCalculator grants = new GrantCalculator(
                new BudgetPolicyRepository(
                        stores.create(AggregateType.readDocument("policies", BudgetPolicy.class)),
                        new BudgetProperties(2160, List.of())),
                new BudgetProperties(2160, List.of()));
        DueJob job = new QuarterEndReporter(accounts, repository, people, grants, clock).job();
        AtomicInteger byOther = new AtomicInteger();
        CompletableFuture<Void> other = CompletableFuture.runAsync(() -> run(counting(job, byOther)));
        AtomicInteger byOne = new AtomicInteger();
        run(counting(job, byOne));
        other.join();
        assertThat(byOne.get() + byOther.get()).isEqualTo(PEOPLE);
        assertThat(byOne.get()).isPositive();
        assertThat(byOther.get()).isPositive();
        // The unused share, and what expired with the year.
        assertThat(stores.events()).isEqualTo(2L * PEOPLE);
        assertThat(stores.largestRead()).isLessThanOrEqualTo(PAGE);
        assertThat(job.hasWork()).isFalse();
    }

    private void run(DueJob job) {
        new ClockJobRunner(ranges, new SimpleMeterRegistry(), clock).run(job);
    }

    private DueJob counting(DueJob job, AtomicInteger processed) {
        return new DueJob(job.name(), job.interval(), job.store(), clock, key -> {
            processed.incrementAndGet();
            job.handler().accept(key);
        });
    }
}
