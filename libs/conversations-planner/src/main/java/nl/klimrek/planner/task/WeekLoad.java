package nl.klimrek.planner.task;

import java.time.LocalDate;

/**
 * One week of one manager.
 *
 * @param manager person id
 * @param week its Monday
 * @param conversations how many are planned in it
 * @param minutes what they take, preparation included
 * @param capacityMinutes what the manager can give that week: capacity, and the days and hours they are there
 * @param minutesShort what found no room and was due by the end of this week
 */
public record WeekLoad(
        String manager, LocalDate week, int conversations, int minutes, int capacityMinutes, int minutesShort) {}
