package nl.klimrek.conversations.growth;

/** Where a goal is, as its facts tell. */
public enum GoalState {
    SET,
    ACTING,
    EVALUATED,
    ADJUSTED,
    STALLED,
    ACHIEVED
}
