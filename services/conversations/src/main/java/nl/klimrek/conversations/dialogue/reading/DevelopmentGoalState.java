package nl.klimrek.conversations.dialogue.reading;

/** Where a goal is, as its facts tell. */
public enum DevelopmentGoalState {
    SET,
    ACTING,
    EVALUATED,
    ADJUSTED,
    STALLED,
    ACHIEVED
}
