package nl.klimrek.planner.task;

/**
 * How many conversations a manager can have.
 *
 * @param perDay conversations a day at most, 0 to {@link #MAX_PER_DAY}
 * @param perWeek conversations a week (Monday to Sunday) at most, 0 to {@link #MAX_PER_WEEK}
 */
public record Capacity(int perDay, int perWeek) {

    public static final int MAX_PER_DAY = 16;
    public static final int MAX_PER_WEEK = 80;

    public Capacity {
        if (!possible(perDay, perWeek)) {
            throw new IllegalArgumentException("a capacity is 0 to 16 conversations a day and 0 to 80 a week");
        }
    }

    /** Whether these make a capacity. */
    public static boolean possible(int perDay, int perWeek) {
        return perDay >= 0 && perDay <= MAX_PER_DAY && perWeek >= 0 && perWeek <= MAX_PER_WEEK;
    }
}
