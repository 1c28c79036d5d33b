package nl.klimrek.conversations.planning;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * The days a task is about, in whole weeks from Monday to Sunday, because a week's capacity counts the whole week. Beyond
 * {@link #LONGEST_DAYS} nobody's calendar says anything.
 *
 * @param first epoch day of the first Monday
 * @param days how many days, a multiple of seven
 */
record Horizon(int first, int days) {

    /** Longer than the slowest rhythm a policy can have. */
    static final int LONGEST_DAYS = 7 * 300;

    private static final int WEEK = 7;
    /** Epoch day 0 was a Thursday. */
    private static final int MONDAY = 3;

    static Horizon of(PlanningTask task) {
        LocalDate today = LocalDate.ofInstant(task.now(), ZoneOffset.UTC);
        long last = today.toEpochDay();
        for (DueTalk talk : task.talks()) {
            last = Math.max(last, talk.until().toEpochDay());
        }
        int first = monday((int) today.toEpochDay() - 1);
        long days = Math.min(LONGEST_DAYS, last + 1 - first + WEEK);
        return new Horizon(first, (int) days / WEEK * WEEK);
    }

    int last() {
        return first + days - 1;
    }

    int weeks() {
        return days / WEEK;
    }

    /** Week of a day that is counted from {@link #first()}. */
    static int week(int index) {
        return index / WEEK;
    }

    /** A day of the week, 0 for Monday. */
    static int weekday(int epochDay) {
        return Math.floorMod(epochDay + MONDAY, WEEK);
    }

    static int minute(Instant moment) {
        return (int) Math.floorDiv(moment.getEpochSecond(), 60L);
    }

    static Instant instant(int minute) {
        return Instant.ofEpochSecond(minute * 60L);
    }

    private static int monday(int epochDay) {
        return epochDay - weekday(epochDay);
    }
}
