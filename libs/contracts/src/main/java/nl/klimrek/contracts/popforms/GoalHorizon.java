package nl.klimrek.contracts.popforms;

/** How far away a goal is. */
public enum GoalHorizon {
    SHORT,
    LONG
}
