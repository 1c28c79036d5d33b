package nl.klimrek.insights.history;

/**
 * The smallest group that a figure may be about.
 *
 * @param people at least 5
 */
public record MinimumGroup(int people) {
    public static final int LOWEST = 5;

    public MinimumGroup {
        if (people < LOWEST) {
            throw new IllegalArgumentException("klimrek.insights.minimum-group must be at least " + LOWEST);
        }
    }

    /** Whether a figure about this many people is hidden. A figure about nobody hides nobody, so it may be shown. */
    public boolean hides(long count) {
        return count > 0 && count < people;
    }
}
