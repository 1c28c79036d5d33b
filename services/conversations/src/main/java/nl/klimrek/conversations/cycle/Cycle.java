package nl.klimrek.conversations.cycle;

import java.time.Instant;

import nl.klimrek.contracts.conversations.CyclePlanned;
import nl.klimrek.contracts.conversations.CycleStarted;
import nl.klimrek.eventing.Decision;

/**
 * A policy of an organisation, and how far planning by it has come.
 *
 * @param id id
 * @param policy the rhythm
 * @param planning newest run; null before the first
 */
public record Cycle(String id, Policy policy, Planning planning) {

    /** A policy takes effect. */
    public static Decision<Cycle> started(String id, Policy policy) {
        return Decision.accept(new Cycle(id, policy, null),
                new CycleStarted(id, policy.rhythm(), policy.leadDays(), policy.startsOn()));
    }

    /** Starts a run. One that stopped half-way makes room: what it planned is met again by its deterministic ids. */
    public Decision<Cycle> plan(String run, String by, String correlation, Instant now) {
        return Decision.accept(new Cycle(id, policy, Planning.started(run, by, correlation, now)));
    }

    /** How far a run has come; a run that another replaced says nothing any more. */
    public Decision<Cycle> reached(String run, int people, PlanningResult soFar) {
        return running(run) ? Decision.accept(new Cycle(id, policy, planning.reached(people, soFar))) : Decision.unchanged();
    }

    /** A run reached its end. */
    public Decision<Cycle> finished(String run, PlanningResult result) {
        return running(run)
                ? Decision.accept(new Cycle(id, policy, planning.finished(result)),
                        new CyclePlanned(id, result.planned(), result.withoutManager().size()))
                : Decision.unchanged();
    }

    /** Since when a run waits to be finished; null when none does. */
    public Instant unfinishedSince() {
        return planning == null || planning.done() ? null : planning.startedAt();
    }

    private boolean running(String run) {
        return planning != null && planning.run().equals(run) && !planning.done();
    }
}
