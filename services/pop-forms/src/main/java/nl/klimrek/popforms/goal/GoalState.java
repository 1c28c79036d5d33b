package nl.klimrek.popforms.goal;

/** The states of a goal; {@link GoalLifeCycle} has the steps between them. */
public enum GoalState {
    SET,
    ACTING,
    EVALUATED,
    ADJUSTED,
    STALLED,
    ACHIEVED,
    DROPPED;

    /** Whether the goal is neither achieved nor dropped. */
    public boolean open() {
        return this != ACHIEVED && this != DROPPED;
    }
}
