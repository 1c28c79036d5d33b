package nl.klimrek.planner.task;

/** Why a conversation got no slot. The first one that explains it, in this order. */
public enum NoSlotReason {
    /** The employee has no manager. */
    NO_MANAGER,
    /** The manager is no longer employed when the window begins. */
    MANAGER_LEFT,
    /** The employee is not employed on any day of the window. */
    NOT_EMPLOYED,
    /** The window is over. */
    WINDOW_PASSED,
    /** There would be a day, but sooner than people are to be invited. */
    LEAD_TIME,
    /** The two never work on the same day of the window. */
    NO_COMMON_WORKING_DAY,
    /** Each day on which both work is a public holiday. */
    HOLIDAYS_ONLY,
    /** On each day that is left one of them is away. */
    ABSENT_THROUGHOUT,
    /** Their working hours do not overlap long enough. */
    NO_COMMON_HOURS,
    /** One of them has something else at each time that is left. */
    BUSY,
    /** The manager has as many conversations as fit in a day, in a week or between what else there is. */
    CAPACITY;

    /** Whether the manager's time is what is short. */
    public boolean overload() {
        return this == BUSY || this == CAPACITY;
    }
}
