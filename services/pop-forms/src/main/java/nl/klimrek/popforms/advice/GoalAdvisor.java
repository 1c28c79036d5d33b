package nl.klimrek.popforms.advice;

import static nl.klimrek.popforms.advice.Nudge.Code.NOT_CHALLENGING;
import static nl.klimrek.popforms.advice.Nudge.Code.NOT_FEASIBLE;
import static nl.klimrek.popforms.advice.Nudge.Code.NOT_SPECIFIC;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import nl.klimrek.contracts.popforms.GoalHorizon;
import nl.klimrek.contracts.popforms.Purpose;
import nl.klimrek.popforms.goal.Goal;
import nl.klimrek.popforms.learning.Activity;

/**
 * Gives hints on open goals, as a friendly colleague would. It checks only what can be checked without judging text:
 * <ul>
 * <li>specific: the goal says how it is measured;
 * <li>challenging: it goes beyond maintaining, or names a skill to work on;
 * <li>feasible: it has a first activity or support, its day has not passed, and the open work fits in a day a week until
 * then.
 * </ul>
 */
public final class GoalAdvisor {

    private static final long MINUTES_A_WEEK = 8 * 60;

    private GoalAdvisor() {}

    /** Nudges for each of these goals, then for all of them together. */
    public static List<Nudge> of(List<Goal> goals, LocalDate today) {
        List<Goal> open = goals.stream().filter(goal -> goal.state().open()).toList();
        List<Nudge> nudges = new ArrayList<>();
        for (Goal goal : open) {
            if (goal.text().text().howMeasured() == null) {
                nudges.add(new Nudge(NOT_SPECIFIC, goal.id()));
            }
            if (goal.aim().purpose() == Purpose.MAINTAIN && goal.aim().skills().isEmpty()) {
                nudges.add(new Nudge(NOT_CHALLENGING, goal.id()));
            }
            if (!feasible(goal, today)) {
                nudges.add(new Nudge(NOT_FEASIBLE, goal.id()));
            }
        }
        if (!open.isEmpty() && open.stream().allMatch(goal -> goal.aim().horizon() == GoalHorizon.LONG)) {
            nudges.add(new Nudge(Nudge.Code.ADD_QUICK_WIN, null));
        }
        return nudges;
    }

    private static boolean feasible(Goal goal, LocalDate today) {
        boolean hasBeginning = goal.activities().stream().anyMatch(activity -> !activity.dropped())
                || goal.text().text().supportFrom() != null;
        long days = ChronoUnit.DAYS.between(today, goal.aim().targetDate());
        long toDo = goal.activities().stream()
                .filter(Activity::open)
                .mapToLong((Activity activity) -> activity.plan().effortMinutes())
                .sum();
        return hasBeginning && days >= 0 && toDo <= (days / 7 + 1) * MINUTES_A_WEEK;
    }
}
