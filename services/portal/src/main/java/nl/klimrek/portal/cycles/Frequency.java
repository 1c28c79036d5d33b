package nl.klimrek.portal.cycles;

import java.util.List;

/**
 * How often something comes, as people say it. The services count in days; HR does not.
 *
 * @param key    text that says it
 * @param number what the text names; 0 where it names nothing
 */
record Frequency(String key, int number) {
    /** The choices that HR has, in days. */
    static final List<Integer> CHOICES = List.of(7, 14, 28, 42, 56, 91, 122, 182, 365, 730, 1095, 1461, 1826);

    private static final int WEEK = 7;
    private static final double MONTH = 30.44;
    private static final double YEAR = 365.25;

    /** The words for a number of days. */
    static Frequency of(int days) {
        if (CHOICES.contains(days)) {
            return new Frequency("cycles.every." + days, 0);
        }
        if (days % WEEK == 0 && days <= 26 * WEEK) {
            return new Frequency("cycles.every.weeks", days / WEEK);
        }
        if (days < 10 * WEEK) {
            return new Frequency("cycles.every.about-weeks", Math.max(1, Math.round((float) days / WEEK)));
        }
        if (days < 2 * YEAR - MONTH) {
            return new Frequency("cycles.every.about-months", (int) Math.round(days / MONTH));
        }
        return new Frequency("cycles.every.about-years", (int) Math.round(days / YEAR));
    }

    /** How long before something: whole weeks where people say weeks. */
    static Frequency ahead(int days) {
        return days == 0
                ? new Frequency("cycles.ahead.none", 0)
                : days % WEEK == 0
                        ? new Frequency("cycles.ahead.weeks", days / WEEK)
                        : new Frequency("cycles.ahead.days", days);
    }
}
