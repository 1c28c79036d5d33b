package nl.klimrek.planner.task;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A manager with too little time.
 *
 * @param manager person id
 * @param conversations how many found no room
 * @param minutesShort what they would take, preparation included
 * @param from first day of their windows
 * @param until last day of their windows
 */
public record Overload(
        String manager,
        int conversations,
        int minutesShort,
        @Nullable LocalDate from,
        @Nullable LocalDate until) {}
