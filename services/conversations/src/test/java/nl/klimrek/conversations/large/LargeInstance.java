package nl.klimrek.conversations.large;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;
import nl.klimrek.conversations.cycle.Cycle;
import nl.klimrek.conversations.cycle.cadence.EmployeeRhythm;
import nl.klimrek.conversations.cycle.cadence.RhythmService;
import nl.klimrek.conversations.cycle.run.PlanningFixture;
import nl.klimrek.conversations.cycle.run.PlanningRunner;
import nl.klimrek.conversations.dialogue.Conversation;
import nl.klimrek.conversations.planning.proposal.PlanningThreads;
import nl.klimrek.conversations.planning.proposal.ProposalFixture;
import nl.klimrek.conversations.projection.CurrentRoster;
import nl.klimrek.conversations.walk.RosterWalker;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.eventing.aggregate.AggregateType;
import nl.klimrek.servicekit.people.PeopleProjection;
import nl.klimrek.servicekit.people.PersonProfile;

/** One instance of the service, as far as planning goes, on stores that others use too. */
final class LargeInstance implements AutoCloseable {

    final PlanningRunner runner;
    final AggregateStore<Cycle> cycles;
    final AggregateStore<Conversation> conversations;
    final PeopleProjection people;
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    /** Saved pages before the instance is killed. */
    final AtomicInteger savesLeft = new AtomicInteger(Integer.MAX_VALUE);

    private final PlanningThreads writers = new PlanningThreads(2);

    LargeInstance(InMemoryStores stores, LargeRoster roster, Clock clock) {
        conversations = stores.store(new AggregateType<>(
                "conversations", Conversation.class, now -> now.participants().employee(), Conversation::missedAt));
        cycles = stores.store(new AggregateType<>("cycles", Cycle.class, Cycle::id, Cycle::due));
        people = new PeopleProjection(
                stores.store(AggregateType.readDocument("people_facts", PersonProfile.class), roster::document),
                roster);
        CurrentRoster current = new CurrentRoster(people, clock);
        RhythmService rhythms =
                new RhythmService(stores.readDocuments("rhythms", EmployeeRhythm.class), conversations, current);
        runner = new PlanningRunner(
                people,
                PlanningFixture.planner(conversations, rhythms),
                cycles,
                ProposalFixture.proposals(stores, conversations, current, writers),
                writers,
                new RosterWalker(people, stores.ranges(this::beforeSave), clock, meters));
    }

    private void beforeSave() {
        if (savesLeft.decrementAndGet() < 0) {
            throw new ProcessKilled();
        }
    }

    @Override
    public void close() {
        writers.close();
    }

    /** The end of a process. */
    static final class ProcessKilled extends Error {
        private static final long serialVersionUID = 1L;
    }
}
