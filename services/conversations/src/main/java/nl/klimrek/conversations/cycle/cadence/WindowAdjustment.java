package nl.klimrek.conversations.cycle.cadence;

/** What makes a window other than its period. */
public enum WindowAdjustment {
    /** Part of the period lies behind us. */
    FROM_TODAY,
    /** The employment begins within the period. */
    FROM_FIRST_DAY,
    /** The employment ends within the period. */
    UNTIL_LAST_DAY,
    /** The period begins or ends in a blackout, which is left out. */
    BLACKOUT_LEFT_OUT,
    /** The whole period is a blackout; the first days after it take its place. */
    AFTER_BLACKOUT
}
