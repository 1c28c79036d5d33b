package nl.klimrek.popforms.plan;

import java.util.List;
import java.util.Set;
import nl.klimrek.popforms.goal.Goal;

/**
 * What owner and manager agree on: the portrait and the shared goals with their activities. Of private goals it holds only how many
 * there are.
 *
 * @param template the form that the portrait answers
 * @param goals shared goals in the owner's order
 * @param privateGoals how many goals were private
 */
public record PlanContent(TemplateReference template, Portrait portrait, List<Goal> goals, int privateGoals) {

    public PlanContent {
        goals = List.copyOf(goals);
    }

    /** The content of a plan as it is now. */
    public static PlanContent of(Pop pop) {
        List<Goal> shared =
                pop.goals().stream().filter(goal -> !goal.keptPrivate()).toList();
        return new PlanContent(
                pop.template(), pop.portrait(), shared, pop.goals().size() - shared.size());
    }

    /** The same content for others than the owner: a goal that is private now is hidden in earlier versions too. */
    public PlanContent hiding(Set<String> privateNow) {
        List<Goal> shown =
                goals.stream().filter(goal -> !privateNow.contains(goal.id())).toList();
        return new PlanContent(template, portrait, shown, privateGoals + goals.size() - shown.size());
    }
}
