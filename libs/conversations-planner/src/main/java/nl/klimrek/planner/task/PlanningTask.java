package nl.klimrek.planner.task;

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
        HolidayCalendar holidays,
        List<ConversationToPlan> talks,
        List<PersonCalendar> calendars) {

    /** Largest number of conversations in one task. */
    public static final int MAX_CONVERSATIONS = (1 << 22) - 1;

    public PlanningTask {
        if (leadDays < 0 || preparationMinutes < 0) {
            throw new IllegalArgumentException("lead days and preparation minutes are 0 or more");
        }
        if (talks.size() > MAX_CONVERSATIONS) {
            throw new IllegalArgumentException("too many talks for one task");
        }
        talks = List.copyOf(talks);
        calendars = List.copyOf(calendars);
    }
}
