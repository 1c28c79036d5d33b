package nl.klimrek.conversations.cycle.run;

import java.util.Optional;
import nl.klimrek.conversations.cycle.Cycle;
import nl.klimrek.conversations.cycle.cadence.RhythmService;
import nl.klimrek.conversations.dialogue.Conversation;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;

/** Planning runs as their own package sees them. */
public final class PlanningFixture {

    private PlanningFixture() {}

    public static EmployeePlanner planner(AggregateStore<Conversation> conversations, RhythmService rhythms) {
        return new EmployeePlanner(conversations, rhythms);
    }

    public static Optional<Versioned<Cycle>> carryOut(PlanningRunner runner, Organisation organisation, Cycle cycle) {
        return runner.carryOut(organisation, cycle);
    }
}
