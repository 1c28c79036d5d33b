package nl.klimrek.conversations.large;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import nl.klimrek.contracts.conversations.CadenceRule;
import nl.klimrek.contracts.conversations.ConversationType;
import nl.klimrek.conversations.cycle.Cycle;
import nl.klimrek.conversations.cycle.PlanningProgress;
import nl.klimrek.conversations.cycle.PlanningResult;
import nl.klimrek.conversations.cycle.cadence.CadencePolicy;
import nl.klimrek.conversations.cycle.run.PlanningFixture;
import nl.klimrek.conversations.dialogue.Conversation;
import nl.klimrek.conversations.large.LargeInstance.ProcessKilled;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.servicekit.jobs.ClockJobRunner;
import nl.klimrek.servicekit.jobs.DueJob;
import nl.klimrek.servicekit.jobs.RangeLease;
import nl.klimrek.testkit.service.TestClock;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A planning run and a sweep in one large organisation, on stores in memory: what they read and hold does not grow with
 * it. {@code -Dklimrek.large.people=300000} makes it as large as one organisation is expected to be.
 */
class LargeOrganisationTest {

    private static final Logger LOG = LoggerFactory.getLogger(LargeOrganisationTest.class);
    private static final int PEOPLE = Integer.getInteger("klimrek.large.people", 6_000);
    private static final Organisation ORGANISATION = new Organisation("acme");
    private static final Key CYCLE = Key.of(ORGANISATION, "c1");

    private final TestClock clock = TestClock.stoppedAt(Instant.parse("2027-03-01T08:00:00Z"));
    private final InMemoryStores stores = new InMemoryStores(clock);
    private final LargeRoster roster = new LargeRoster(PEOPLE);

    @Test
    void two_instances_share_a_run_and_one_finishes_it_when_the_other_dies() {
        try (LargeInstance killed = new LargeInstance(stores, roster, clock);
                LargeInstance one = new LargeInstance(stores, roster, clock);
                LargeInstance other = new LargeInstance(stores, roster, clock)) {
            Cycle cycle = started(one);
            killed.savesLeft.set(10);
            long begin = System.nanoTime();
            assertThatThrownBy(() -> PlanningFixture.carryOut(killed.runner, ORGANISATION, cycle))
                    .isInstanceOf(ProcessKilled.class);
            Stream.of(one, other)
                    .map(instance -> CompletableFuture.supplyAsync(
                            () -> PlanningFixture.carryOut(instance.runner, ORGANISATION, cycle)))
                    .toList()
                    .forEach(ended -> assertThat(ended.join())
                            .as("a part is still leased to the instance that was killed")
                            .isEmpty());
            LOG.info("saved pages of the two: {} and {}", saves(one), saves(other));
            assertThat(saves(one)).isPositive();
            assertThat(saves(other)).isPositive();
            clock.advance(RangeLease.DURATION);
            PlanningProgress run = PlanningFixture.carryOut(one.runner, ORGANISATION, cycle)
                    .orElseThrow()
                    .state()
                    .planning();
            report("planned", begin);
            assertThat(run.done()).isTrue();
            assertThat(run.people()).isEqualTo(PEOPLE);
            assertThat(run.result().planned()).isEqualTo(PEOPLE - 1);
            assertThat(run.result().managerless()).isEqualTo(1);
            assertThat(run.result().proposed()).isEqualTo(PEOPLE - 1);
            assertThat(stores.collections.get("conversations").count())
                    .as("one conversation for each employee with a manager")
                    .isEqualTo(PEOPLE - 1);
            assertBounded();
            sweep(one);
        }
    }

    /** Every conversation is due at one moment, and two instances share the round. */
    private void sweep(LargeInstance instance) {
        clock.advance(Duration.ofDays(400));
        AggregateStore<Conversation> conversations = instance.conversations;
        DueJob job = new DueJob(
                "missed-windows",
                Duration.ofMinutes(15),
                conversations,
                clock,
                key -> conversations.handle(
                        key,
                        MessageContext.system("clock"),
                        found -> found.orElseThrow().miss(clock.instant(), LocalDate.of(2028, 4, 4))));
        long begin = System.nanoTime();
        Stream.generate(() -> new ClockJobRunner(stores.ranges(() -> {}), new SimpleMeterRegistry(), clock))
                .limit(2)
                .map(runner -> CompletableFuture.runAsync(() -> runner.run(job)))
                .toList()
                .forEach(CompletableFuture::join);
        report("swept", begin);
        assertThat(conversations.due(clock.instant(), 1)).isEmpty();
    }

    private static int saves(LargeInstance instance) {
        return Integer.MAX_VALUE - instance.savesLeft.get();
    }

    private Cycle started(LargeInstance instance) {
        instance.cycles.handle(
                CYCLE,
                MessageContext.system("test"),
                none -> Cycle.started(
                        CYCLE.id(),
                        new CadencePolicy(
                                List.of(new CadenceRule(ConversationType.DEVELOPMENT, 182)),
                                14,
                                60,
                                LocalDate.of(2027, 3, 1))));
        return instance.cycles
                .handle(
                        CYCLE,
                        MessageContext.system("test"),
                        found -> found.map(now -> now.plan(PlanningProgress.started(
                                        "r1", MessageContext.system("test"), clock.instant(), true)))
                                .orElseGet(Decision::unchanged))
                .state();
    }

    /** The bounds are those of a page: 200 people, ten reports each. */
    private void assertBounded() {
        assertThat(roster.longestList.get()).isLessThanOrEqualTo(2000);
        stores.collections.forEach((name, documents) -> {
            assertThat(documents.mostRead.get()).as("read at once of " + name).isLessThanOrEqualTo(2500);
            assertThat(documents.largestBytes.get())
                    .as("bytes of one of " + name)
                    .isLessThan(20_000);
        });
        assertThat(PlanningResult.MAX_IDS).isLessThanOrEqualTo(500);
    }

    private void report(String what, long begin) {
        long seconds = Duration.ofNanos(System.nanoTime() - begin).toSeconds();
        LOG.info("{} for {} people in {} s", what, PEOPLE, seconds);
        stores.collections.forEach((name, documents) -> LOG.info(
                "{}: {} documents, largest {} bytes, {} reads of at most {}, {} writes",
                name,
                documents.count(),
                documents.largestBytes,
                documents.reads,
                documents.mostRead,
                documents.writes));
    }
}
