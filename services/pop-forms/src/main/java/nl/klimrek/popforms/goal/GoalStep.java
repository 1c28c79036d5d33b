package nl.klimrek.popforms.goal;

/** What its owner can do with a goal once it is set. */
public enum GoalStep {
    START,
    EVALUATE,
    ADJUST,
    ACHIEVE,
    DROP,
    STALL,
    PLAN_ACTIVITY,
    COMPLETE_ACTIVITY,
    ADD_EVIDENCE
}
