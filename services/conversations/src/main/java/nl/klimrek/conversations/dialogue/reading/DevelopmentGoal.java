package nl.klimrek.conversations.dialogue.reading;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.klimrek.contracts.popforms.ActivityChanged;
import nl.klimrek.contracts.popforms.ActivityMode;
import nl.klimrek.contracts.popforms.ActivityPlanned;
import nl.klimrek.contracts.popforms.Direction;
import nl.klimrek.contracts.popforms.Factor;
import nl.klimrek.contracts.popforms.GoalChanged;
import nl.klimrek.contracts.popforms.GoalHorizon;
import nl.klimrek.contracts.popforms.GoalSet;
import nl.klimrek.contracts.popforms.Purpose;
import org.jspecify.annotations.Nullable;

/**
 * A goal in codes; its words are with the plan.
 *
 * @param id id of the goal
 * @param keptPrivate whether it is for the employee's eyes alone
 * @param blockedBy which of the five factors blocks it; null unless it stalled and the employee said so
 * @param achievedOn day it was achieved; null before
 * @param activities by id
 */
public record DevelopmentGoal(
        String id,
        boolean keptPrivate,
        DevelopmentGoalState state,
        GoalHorizon horizon,
        Purpose purpose,
        Direction direction,
        LocalDate targetDate,
        @Nullable Factor blockedBy,
        @Nullable LocalDate achievedOn,
        Map<String, Activity> activities) {

    public DevelopmentGoal {
        activities = activities == null ? Map.of() : Map.copyOf(activities);
    }

    /**
     * A learning activity in codes.
     *
     * @param completedOn day it was completed; null before
     * @param applyBy day by which to apply what was learned; may be null
     */
    public record Activity(
            String id,
            ActivityMode mode,
            @Nullable LocalDate applyBy,
            @Nullable LocalDate completedOn) {}

    static DevelopmentGoal of(GoalSet set) {
        return new DevelopmentGoal(
                set.goal(),
                set.keptPrivate(),
                DevelopmentGoalState.SET,
                set.horizon(),
                set.purpose(),
                set.direction(),
                set.targetDate(),
                null,
                null,
                Map.of());
    }

    /** The goal as its owner changed it; who may know of it changes with it. */
    DevelopmentGoal changed(GoalChanged now) {
        return new DevelopmentGoal(
                id,
                now.keptPrivate(),
                state,
                now.horizon(),
                now.purpose(),
                now.direction(),
                now.targetDate(),
                blockedBy,
                achievedOn,
                activities);
    }

    DevelopmentGoal in(DevelopmentGoalState next) {
        return new DevelopmentGoal(
                id, keptPrivate, next, horizon, purpose, direction, targetDate, null, achievedOn, activities);
    }

    DevelopmentGoal adjusted(LocalDate newTarget) {
        return new DevelopmentGoal(
                id,
                keptPrivate,
                DevelopmentGoalState.ADJUSTED,
                horizon,
                purpose,
                direction,
                newTarget,
                null,
                achievedOn,
                activities);
    }

    DevelopmentGoal stalled(@Nullable Factor factor) {
        return new DevelopmentGoal(
                id,
                keptPrivate,
                DevelopmentGoalState.STALLED,
                horizon,
                purpose,
                direction,
                targetDate,
                factor,
                achievedOn,
                activities);
    }

    DevelopmentGoal achieved(LocalDate day) {
        return new DevelopmentGoal(
                id,
                keptPrivate,
                DevelopmentGoalState.ACHIEVED,
                horizon,
                purpose,
                direction,
                targetDate,
                null,
                day,
                activities);
    }

    DevelopmentGoal planned(ActivityPlanned planned) {
        return with(new Activity(planned.activity(), planned.mode(), planned.applyBy(), null));
    }

    DevelopmentGoal changed(ActivityChanged now) {
        Activity known = activities.get(now.activity());
        return known == null ? this : with(new Activity(known.id(), now.mode(), now.applyBy(), known.completedOn()));
    }

    DevelopmentGoal without(String activity) {
        Map<String, Activity> rest = new TreeMap<>(activities);
        rest.remove(activity);
        return new DevelopmentGoal(
                id, keptPrivate, state, horizon, purpose, direction, targetDate, blockedBy, achievedOn, rest);
    }

    DevelopmentGoal completed(String activity, LocalDate day) {
        Activity known = activities.get(activity);
        return known == null ? this : with(new Activity(activity, known.mode(), known.applyBy(), day));
    }

    /** Its activities, ordered by id. */
    public List<Activity> list() {
        return List.copyOf(new TreeMap<>(activities).values());
    }

    private DevelopmentGoal with(Activity activity) {
        Map<String, Activity> more = new TreeMap<>(activities);
        more.put(activity.id(), activity);
        return new DevelopmentGoal(
                id, keptPrivate, state, horizon, purpose, direction, targetDate, blockedBy, achievedOn, more);
    }
}
