package nl.klimrek.planner;

import java.util.function.IntPredicate;
import nl.klimrek.planner.calendar.ZonedDays;

/** Searches every five-minute mark at which a conversation could start. */
final class StartGrid {

    private StartGrid() {}

    /**
     * The first mark that suits both calendars and these two; {@link ConversationTable#NONE} when there is none.
     *
     * @param day which of the manager's days come into question, counted from the horizon's first
     * @param start which of the minutes do
     */
    static int first(PlanningState state, int talk, IntPredicate day, IntPredicate start) {
        int manager = state.talks().manager(talk);
        ZonedDays zone = state.people().zone(manager);
        int last = Math.min(state.horizon().last(), state.talks().lastDay(talk) + 1);
        for (int at = Math.max(state.horizon().first(), state.talks().firstDay(talk) - 1); at <= last; at++) {
            if (state.people().there(manager, at)
                    && day.test(at - state.horizon().first())) {
                int end = zone.close(at) - state.talks().minutes(talk);
                for (int mark = up(zone.open(at) + state.preparation()); mark <= end; mark += CandidateSlots.MARK) {
                    if (start.test(mark) && state.suitsManager(talk, mark) && state.suits(talk, mark)) {
                        return mark;
                    }
                }
            }
        }
        return ConversationTable.NONE;
    }

    static int up(int minute) {
        return Math.floorDiv(minute + CandidateSlots.MARK - 1, CandidateSlots.MARK) * CandidateSlots.MARK;
    }
}
