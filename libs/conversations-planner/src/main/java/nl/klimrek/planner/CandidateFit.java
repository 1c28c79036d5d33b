package nl.klimrek.planner;

/** Which candidate slots suit each conversation of one manager, and which of them it had before. */
final class CandidateFit {

    private final PlanningState state;
    private final CandidateSlots places;
    private final int[] talks;
    private final int[] had;
    private final long[][] known;
    private final long[][] fitting;

    /**
     * @param talks the talks, each known here by its place in this list
     * @param had minute at which each had a slot that still stands; {@link ConversationTable#NONE} for one that has to move anyway
     */
    CandidateFit(PlanningState state, CandidateSlots places, int[] talks, int[] had) {
        this.state = state;
        this.places = places;
        this.talks = talks;
        this.had = had;
        this.known = new long[talks.length][];
        this.fitting = new long[talks.length][];
    }

    /** First place that is worth asking for. */
    int first(int talk) {
        // Elsewhere it may be the day before or after.
        return places.firstOf(
                state.talks().firstDay(talks[talk]) - 1 - state.horizon().first());
    }

    /** After the last place that is worth asking for. */
    int end(int talk) {
        return places.firstOf(
                state.talks().lastDay(talks[talk]) + 2 - state.horizon().first());
    }

    /** Whether a talk can be in a place. */
    boolean fits(int talk, int place) {
        if (known[talk] == null) {
            known[talk] = new long[(places.count() >> 6) + 1];
            fitting[talk] = new long[(places.count() >> 6) + 1];
        }
        long bit = 1L << place;
        if ((known[talk][place >> 6] & bit) == 0) {
            known[talk][place >> 6] |= bit;
            if (state.talks().minutes(talks[talk]) <= places.room(place)
                    && state.suits(talks[talk], places.start(place))) {
                fitting[talk][place >> 6] |= bit;
            }
        }
        return (fitting[talk][place >> 6] & bit) != 0;
    }

    /** 1 for a place to which a talk would move from a slot that still stands. */
    int cost(int talk, int place) {
        return had[talk] == ConversationTable.NONE || had[talk] == places.start(place) ? 0 : 1;
    }
}
