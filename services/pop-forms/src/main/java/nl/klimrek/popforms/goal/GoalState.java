package nl.klimrek.popforms.goal;

/** Where a goal is in its life; {@link GoalLifeCycle} tells the ways between. */
public enum GoalState {
    SET,
    ACTING,
    EVALUATED,
    ADJUSTED,
    STALLED,
    ACHIEVED,
    DROPPED;

    /** Whether there is still something to do for it. */
    public boolean open() {
        return this != ACHIEVED && this != DROPPED;
    }
}
