package nl.klimrek.planner.task;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A conversation that should happen within a window.
 *
 * @param conversation id, unique within a task
 * @param employee person id of the one it is about
 * @param manager person id of the one they talk with; null without one
 * @param from first day of the window, as the employee's calendar has it
 * @param until last day of the window
 * @param minutes length of the talk
 * @param slot the slot it has; null before
 * @param fixed whether that slot stays whatever happens: agreed on, or proposed by a person
 */
public record ConversationToPlan(
        String conversation,
        String employee,
        @Nullable String manager,
        LocalDate from,
        LocalDate until,
        int minutes,
        @Nullable PlannedSlot slot,
        boolean fixed) {

    public ConversationToPlan {
        if (conversation == null
                || employee == null
                || employee.equals(manager)
                || until.isBefore(from)
                || minutes < 1
                || fixed && slot == null) {
            throw new IllegalArgumentException("a talk has two people, a window and a length");
        }
    }

    /** One that has no slot yet. */
    public static ConversationToPlan open(
            String conversation,
            String employee,
            @Nullable String manager,
            LocalDate from,
            LocalDate until,
            int minutes) {
        return new ConversationToPlan(conversation, employee, manager, from, until, minutes, null, false);
    }
}
