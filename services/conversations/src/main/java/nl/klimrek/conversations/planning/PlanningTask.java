package nl.klimrek.conversations.planning;

import java.time.Instant;
import java.util.List;

/**
 * What is to be planned. The order of the lists says nothing.
 *
 * @param now the moment of planning
 * @param leadDays days between now and the earliest slot, 0 or more
 * @param preparationMinutes kept free for the manager before each talk, 0 or more
 * @param hours between which local times people talk
 * @param holidays public holidays
 * @param talks conversations
 * @param calendars of everybody who takes part; somebody without one has left, or was never there
 */
public record PlanningTask(
        Instant now,
        int leadDays,
        int preparationMinutes,
        WorkingHours hours,
        Holidays holidays,
        List<DueTalk> talks,
        List<PersonCalendar> calendars) {

    public PlanningTask {
        if (leadDays < 0 || preparationMinutes < 0) {
            throw new IllegalArgumentException("lead days and preparation minutes are 0 or more");
        }
        if (talks.size() > Talks.MOST) {
            throw new IllegalArgumentException("too many talks for one task");
        }
        talks = List.copyOf(talks);
        calendars = List.copyOf(calendars);
    }
}
