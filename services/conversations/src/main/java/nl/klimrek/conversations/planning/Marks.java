package nl.klimrek.conversations.planning;

import java.util.function.IntPredicate;

/** Looks through every minute mark at which a talk could begin. */
final class Marks {

    private Marks() {}

    /**
     * The first mark that suits both calendars and these two; {@link Talks#NONE} when there is none.
     *
     * @param day which of the manager's days come into question, counted from the horizon's first
     * @param start which of the minutes do
     */
    static int first(Table table, int talk, IntPredicate day, IntPredicate start) {
        int manager = table.talks.manager[talk];
        ZoneDays zone = table.people.zone(manager);
        int last = Math.min(table.horizon.last(), table.talks.until[talk] + 1);
        for (int at = Math.max(table.horizon.first(), table.talks.from[talk] - 1); at <= last; at++) {
            if (table.people.there(manager, at) && day.test(at - table.horizon.first())) {
                int end = zone.close(at) - table.talks.minutes[talk];
                for (int mark = up(zone.open(at) + table.preparation); mark <= end; mark += Places.MARK) {
                    if (start.test(mark) && table.suitsManager(talk, mark) && table.suits(talk, mark)) {
                        return mark;
                    }
                }
            }
        }
        return Talks.NONE;
    }

    static int up(int minute) {
        return Math.floorDiv(minute + Places.MARK - 1, Places.MARK) * Places.MARK;
    }
}
