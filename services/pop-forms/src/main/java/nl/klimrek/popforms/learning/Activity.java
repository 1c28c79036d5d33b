package nl.klimrek.popforms.learning;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A learning activity towards a goal.
 *
 * @param id unique within the plan
 * @param plan what was planned
 * @param completedOn day of completion; null until then
 * @param reflection the owner's reflection; null where nothing was written
 * @param droppedOn day on which the owner let it go; null unless that happened
 * @param application whether what was learned is used; null until the owner says so
 */
public record Activity(
        String id,
        ActivityPlan plan,
        @Nullable LocalDate completedOn,
        @Nullable Reflection reflection,
        @Nullable LocalDate droppedOn,
        @Nullable Application application) {

    /** An activity that is still to be done. */
    public static Activity planned(String id, ActivityPlan plan) {
        return new Activity(id, plan, null, null, null, null);
    }

    public boolean completed() {
        return completedOn != null;
    }

    public boolean dropped() {
        return droppedOn != null;
    }

    /** Whether it is still to be done. */
    public boolean open() {
        return !completed() && !dropped();
    }

    public Activity completed(LocalDate on, @Nullable Reflection learned) {
        return new Activity(id, plan, on, learned, droppedOn, application);
    }

    /**
     * The activity with another plan.
     *
     * @param learned null keeps what was written
     */
    public Activity changed(ActivityPlan what, @Nullable Reflection learned) {
        return new Activity(id, what, completedOn, learned == null ? reflection : learned, droppedOn, application);
    }

    public Activity dropped(LocalDate on) {
        return new Activity(id, plan, completedOn, reflection, on, application);
    }

    public Activity applied(Application answer) {
        return new Activity(id, plan, completedOn, reflection, droppedOn, answer);
    }

    /** The last day that is known of it; null without any. */
    public @Nullable LocalDate lastDay() {
        return Stream.of(completedOn, plan.startsOn(), plan.endsOn(), application == null ? null : application.on())
                .flatMap(Stream::ofNullable)
                .max(LocalDate::compareTo)
                .orElse(null);
    }

    public int length() {
        return (plan.title() == null ? 0 : plan.title().length())
                + (reflection == null ? 0 : reflection.canonical().length())
                + (application == null ? 0 : application.length());
    }
}
