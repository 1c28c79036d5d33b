package nl.klimrek.popforms.learning;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A learning activity towards a goal.
 *
 * @param id unique within the plan
 * @param plan what was planned
 * @param completedOn day of completion; null until then
 * @param reflection the owner's reflection; null where nothing was written
 */
public record Activity(
        String id,
        ActivityPlan plan,
        @Nullable LocalDate completedOn,
        @Nullable Reflection reflection) {

    public boolean completed() {
        return completedOn != null;
    }

    public Activity completed(LocalDate on, @Nullable Reflection learned) {
        return new Activity(id, plan, on, learned);
    }

    public int length() {
        return (plan.title() == null ? 0 : plan.title().length())
                + (reflection == null ? 0 : reflection.canonical().length());
    }
}
