package nl.klimrek.conversations.cycle;

import java.time.Instant;
import java.util.OptionalLong;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.TraceContext;

/**
 * One run of planning a cycle.
 *
 * @param run id of the run
 * @param startedBy who asked for it
 * @param correlation ties its steps together
 * @param traceparent place of the request in its trace; null for a run from before it was kept
 * @param startedAt when; what is due is judged for that moment, however long it takes
 * @param people how many people have been handled so far
 * @param done whether it reached the end; one that did not is taken up again
 * @param result what it did so far
 */
public record PlanningProgress(
        String run,
        String startedBy,
        String correlation,
        String traceparent,
        Instant startedAt,
        int people,
        boolean done,
        PlanningResult result) {

    /** A run that a command asks for. */
    public static PlanningProgress started(String run, MessageContext context, Instant startedAt) {
        return new PlanningProgress(
                run,
                context.actor(),
                context.correlationId(),
                context.traceparent(),
                startedAt,
                0,
                false,
                PlanningResult.NOTHING);
    }

    PlanningProgress reached(int peopleSoFar, PlanningResult soFar) {
        return new PlanningProgress(run, startedBy, correlation, traceparent, startedAt, peopleSoFar, done, soFar);
    }

    PlanningProgress finished(PlanningResult outcome) {
        return new PlanningProgress(run, startedBy, correlation, traceparent, startedAt, people, true, outcome);
    }

    /** Whoever asked for the run acts in each of its steps; what a step changes recognises a repetition. */
    public MessageContext context() {
        return of(startedBy);
    }

    /** A step that only tells how far it has come. */
    public MessageContext step() {
        return of("system:planning");
    }

    private MessageContext of(String actor) {
        return new MessageContext(
                actor,
                correlation,
                null,
                TraceContext.after(traceparent).toString(),
                new MessageContext.Marker.None(),
                OptionalLong.empty());
    }
}
