package nl.klimrek.conversations.cycle;

import java.time.LocalDate;

/**
 * One run of planning a cycle.
 *
 * @param run id of the run
 * @param startedBy who asked for it
 * @param correlation ties its steps together
 * @param day day it plans for
 * @param people how many people have been handled so far
 * @param done whether it reached the end; one that did not is taken up again
 * @param result what it did so far
 */
public record Planning(
        String run, String startedBy, String correlation, LocalDate day, int people, boolean done, PlanningResult result) {

    static Planning started(String run, String startedBy, String correlation, LocalDate day) {
        return new Planning(run, startedBy, correlation, day, 0, false, PlanningResult.NOTHING);
    }

    Planning reached(int peopleSoFar, PlanningResult soFar) {
        return new Planning(run, startedBy, correlation, day, peopleSoFar, done, soFar);
    }

    Planning finished(int everybody, PlanningResult outcome) {
        return new Planning(run, startedBy, correlation, day, everybody, true, outcome);
    }
}
