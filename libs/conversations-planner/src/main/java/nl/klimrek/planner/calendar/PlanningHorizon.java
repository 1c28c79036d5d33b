package nl.klimrek.planner.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import nl.klimrek.planner.task.ConversationToPlan;
import nl.klimrek.planner.task.PlanningTask;

/**
 * The days a task is about, in whole weeks from Monday to Sunday, because a week's capacity counts the whole week. Beyond
 * {@link #MAX_DAYS} no calendar says anything.
 *
 * @param first epoch day of the first Monday
 * @param days how many days, a multiple of seven
 */
public record PlanningHorizon(int first, int days) {

    /** Longer than the slowest rhythm a policy can have. */
    public static final int MAX_DAYS = 7 * 300;

    private static final int WEEK = 7;
    /** Epoch day 0 was a Thursday. */
    private static final int MONDAY = 3;

    public static PlanningHorizon of(PlanningTask task) {
        LocalDate today = LocalDate.ofInstant(task.now(), ZoneOffset.UTC);
        long last = today.toEpochDay();
        for (ConversationToPlan talk : task.talks()) {
            last = Math.max(last, talk.until().toEpochDay());
        }
        int first = monday((int) today.toEpochDay() - 1);
        long days = Math.min(MAX_DAYS, last + 1 - first + WEEK);
        return new PlanningHorizon(first, (int) days / WEEK * WEEK);
    }

    public int last() {
        return first + days - 1;
    }

    public int weeks() {
        return days / WEEK;
    }

    /** Week of a day that is counted from {@link #first()}. */
    public static int week(int index) {
        return index / WEEK;
    }

    /** A day of the week, 0 for Monday. */
    public static int weekday(int epochDay) {
        return Math.floorMod(epochDay + MONDAY, WEEK);
    }

    public static int minute(Instant moment) {
        return (int) Math.floorDiv(moment.getEpochSecond(), 60L);
    }

    public static Instant instant(int minute) {
        return Instant.ofEpochSecond(minute * 60L);
    }

    private static int monday(int epochDay) {
        return epochDay - weekday(epochDay);
    }
}
