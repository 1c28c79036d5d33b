package nl.klimrek.conversations.planning.proposal;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nl.klimrek.planner.task.NoSlotReason;
import nl.klimrek.planner.task.WeekLoad;
import nl.klimrek.servicekit.web.Page;
import org.jspecify.annotations.Nullable;

/**
 * A plan as HR reads it, before anything is sent.
 *
 * @param slots who would talk when, the earliest first, a page of them
 * @param without who would get no slot, and why; at most 500
 * @param load managers' weeks, the most short of time first; at most 500
 * @param overloads who would have too little time, and who may be asked to help; at most 500
 * @param fitting how many would get a slot
 * @param reasons how many would not, by reason
 * @param overloaded how many managers would have too little time
 * @param minutesShort how much time they lack together
 */
public record PlanView(
        Page<Planned> slots,
        List<Without> without,
        List<WeekLoad> load,
        List<TooMuch> overloads,
        @JsonIgnore int fitting,
        @JsonIgnore Map<NoSlotReason, Integer> reasons,
        @JsonIgnore int overloaded,
        @JsonIgnore int minutesShort) {

    /** One slot. */
    public record Planned(
            String conversation, String employee, @Nullable String manager, Instant slotStart, Instant slotEnd) {}

    /**
     * A conversation without a slot.
     *
     * @param because the reason in words
     */
    public record Without(
            String conversation, String employee, @Nullable String manager, NoSlotReason reason, String because) {}

    /**
     * A manager with more conversations than room.
     *
     * @param delegates ids of people with room; only a suggestion
     */
    public record TooMuch(
            String manager,
            int conversations,
            int minutesShort,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            List<String> delegates) {}
}
