package nl.klimrek.popforms.advice;

import java.util.List;
import nl.klimrek.contracts.popforms.ActivityMode;
import nl.klimrek.contracts.popforms.Direction;
import nl.klimrek.popforms.goal.Goal;
import org.jspecify.annotations.Nullable;

/**
 * A way to move sideways. A career is a climbing frame and not a ladder (Sjoer and Biemans), so at least one is always
 * shown.
 *
 * @param goal id of an open goal that already goes there; null for a suggestion
 * @param mode a light way to look there; null for a goal
 */
public record SidewaysOption(
        @Nullable String goal, @Nullable ActivityMode mode) {

    /** Light ways to see another job from inside, lightest first. */
    private static final List<ActivityMode> SUGGESTED =
            List.of(ActivityMode.SHADOWING, ActivityMode.PROJECT, ActivityMode.JOB_ROTATION);

    /** The owner's own sideways goals, or suggestions where there are none; never empty. */
    public static List<SidewaysOption> of(List<Goal> goals) {
        List<SidewaysOption> own = goals.stream()
                .filter(goal -> goal.state().open() && goal.aim().direction() == Direction.SIDE)
                .map(goal -> new SidewaysOption(goal.id(), null))
                .toList();
        return own.isEmpty()
                ? SUGGESTED.stream().map(mode -> new SidewaysOption(null, mode)).toList()
                : own;
    }
}
