package nl.klimrek.conversations.cycle;

import java.time.Instant;

/**
 * One run of planning a cycle.
 *
 * @param run id of the run
 * @param startedBy who asked for it
 * @param correlation ties its steps together
 * @param startedAt when; what is due is judged for that moment, however long it takes
 * @param people how many people have been handled so far
 * @param done whether it reached the end; one that did not is taken up again
 * @param result what it did so far
 */
public record Planning(
        String run, String startedBy, String correlation, Instant startedAt, int people, boolean done, PlanningResult result) {

    static Planning started(String run, String startedBy, String correlation, Instant startedAt) {
        return new Planning(run, startedBy, correlation, startedAt, 0, false, PlanningResult.NOTHING);
    }

    Planning reached(int peopleSoFar, PlanningResult soFar) {
        return new Planning(run, startedBy, correlation, startedAt, peopleSoFar, done, soFar);
    }

    Planning finished(PlanningResult outcome) {
        return new Planning(run, startedBy, correlation, startedAt, people, true, outcome);
    }
}
