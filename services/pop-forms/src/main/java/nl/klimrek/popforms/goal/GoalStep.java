package nl.klimrek.popforms.goal;

/** The steps that the owner can take with a goal after it is set. */
public enum GoalStep {
    CHANGE,
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
