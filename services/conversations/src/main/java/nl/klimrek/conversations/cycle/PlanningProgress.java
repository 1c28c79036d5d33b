package nl.klimrek.conversations.cycle;

import java.time.Instant;
import java.util.OptionalLong;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.TraceContext;
import org.jspecify.annotations.Nullable;

/**
 * One run of planning a cycle.
 *
 * @param run id of the run
 * @param startedBy who asked for it
 * @param correlation ties its steps together
 * @param traceparent place of the request in its trace; null for a run from before it was kept
 * @param startedAt when; what is due is judged for that moment, however long it takes
 * @param inParts whether the organisation was too large to be one part when the run started
 * @param byItself whether the clock started it; such a run proposes nothing anew to people who turned a slot down
 * @param people how many people the run has worked on; 0 before its end
 * @param done whether it reached the end; one that did not is resumed
 * @param result what it did; nothing before its end
 */
public record PlanningProgress(
        String run,
        String startedBy,
        String correlation,
        @Nullable String traceparent,
        Instant startedAt,
        boolean inParts,
        boolean byItself,
        int people,
        boolean done,
        PlanningResult result) {

    /** A run that a command asks for. */
    public static PlanningProgress started(String run, MessageContext context, Instant startedAt, boolean inParts) {
        return started(run, context, startedAt, inParts, false);
    }

    /** A run that the clock starts. */
    public static PlanningProgress byItself(String run, MessageContext context, Instant startedAt, boolean inParts) {
        return started(run, context, startedAt, inParts, true);
    }

    private static PlanningProgress started(
            String run, MessageContext context, Instant startedAt, boolean inParts, boolean byItself) {
        return new PlanningProgress(
                run,
                context.actor(),
                context.correlationId(),
                context.traceparent(),
                startedAt,
                inParts,
                byItself,
                0,
                false,
                PlanningResult.NOTHING);
    }

    /** The same run, as far as its parts have come. */
    public PlanningProgress reached(int peopleSoFar, PlanningResult soFar) {
        return new PlanningProgress(
                run, startedBy, correlation, traceparent, startedAt, inParts, byItself, peopleSoFar, done, soFar);
    }

    PlanningProgress finished(int allPeople, PlanningResult outcome) {
        return new PlanningProgress(
                run, startedBy, correlation, traceparent, startedAt, inParts, byItself, allPeople, true, outcome);
    }

    /** The context of each step: the person who asked for the run acts. */
    public MessageContext context() {
        return of(startedBy);
    }

    /** The context of steps that the run takes for itself. */
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
