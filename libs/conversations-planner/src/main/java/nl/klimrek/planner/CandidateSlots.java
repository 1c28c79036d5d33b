package nl.klimrek.planner;

import java.util.Arrays;
import nl.klimrek.planner.calendar.ZonedDays;

/**
 * Where one manager's talks can be: blocks of time, apart from each other, each for one talk with its preparation. They are
 * laid end to end from the beginning of each free part of a day, so that no other way of laying blocks of this length gives
 * more of them; a talk that keeps its time keeps its block, and the others are laid around it.
 */
final class CandidateSlots {

    /** Conversations begin at a multiple of this many minutes. */
    static final int MARK = 5;

    private final PlanningState state;
    private final int block;
    private final BusyIntervals cuts;
    private int passed;
    /** First place of each day of the horizon, and one more. */
    private final int[] first;
    /** Minute at which a talk starts. */
    private int[] start = new int[64];
    /** Minutes of talk there is room for. */
    private int[] room = new int[64];

    private int[] day = new int[64];
    /** The talk that keeps this place; -1 for none. */
    private int[] kept = new int[64];

    private int count;

    /** @param block minutes of a talk with its preparation, the longest of this manager's */
    CandidateSlots(PlanningState state, int manager, int block, BusyIntervals cuts, int from, int until) {
        this.state = state;
        this.block = block;
        this.cuts = cuts;
        this.first = new int[state.horizon().days() + 1];
        ZonedDays zone = state.people().zone(manager);
        for (int index = 0; index < state.horizon().days(); index++) {
            first[index] = count;
            int epochDay = state.horizon().first() + index;
            if (epochDay >= from && epochDay <= until && state.people().there(manager, epochDay)) {
                boolean lunch = zone.noon(epochDay) < zone.afternoon(epochDay);
                lay(index, zone.open(epochDay), lunch ? zone.noon(epochDay) : zone.close(epochDay));
                if (lunch) {
                    lay(index, zone.afternoon(epochDay), zone.close(epochDay));
                }
            }
        }
        first[state.horizon().days()] = count;
    }

    /** First place on or after a day that is counted from the horizon's first. */
    int firstOf(int index) {
        return first[Math.max(0, Math.min(index, state.horizon().days()))];
    }

    int count() {
        return count;
    }

    /** First place of a day of the horizon; that of the day after the last is the count. */
    int firstOfDay(int index) {
        return first[index];
    }

    /** Minute at which a conversation in this place starts. */
    int start(int place) {
        return start[place];
    }

    /** Minutes of conversation for which this place has room. */
    int room(int place) {
        return room[place];
    }

    /** Day of the horizon on which this place is. */
    int day(int place) {
        return day[place];
    }

    /** The conversation that keeps this place; -1 for none. */
    int keptBy(int place) {
        return kept[place];
    }

    private void lay(int index, int from, int until) {
        while (passed < cuts.count() && cuts.until(passed) <= from) {
            passed++;
        }
        int cursor = from;
        for (int cut = passed; cut < cuts.count() && cuts.from(cut) < until; cut++) {
            fill(index, cursor, Math.min(cuts.from(cut), until));
            if (cuts.talk(cut) >= 0 && cuts.until(cut) > from) {
                add(
                        index,
                        cuts.from(cut) + state.preparation(),
                        cuts.until(cut) - cuts.from(cut) - state.preparation(),
                        cuts.talk(cut));
            }
            cursor = Math.max(cursor, cuts.until(cut));
        }
        fill(index, cursor, until);
    }

    private void fill(int index, int from, int until) {
        for (int at = StartGrid.up(from); at + block <= until; at += block) {
            add(index, at + state.preparation(), block - state.preparation(), -1);
        }
    }

    private void add(int index, int at, int minutes, int talk) {
        if (count == start.length) {
            start = Arrays.copyOf(start, 2 * count);
            room = Arrays.copyOf(room, 2 * count);
            day = Arrays.copyOf(day, 2 * count);
            kept = Arrays.copyOf(kept, 2 * count);
        }
        start[count] = at;
        room[count] = minutes;
        day[count] = index;
        kept[count++] = talk;
    }
}
