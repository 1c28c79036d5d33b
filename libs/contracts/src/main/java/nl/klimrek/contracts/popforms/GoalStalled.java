package nl.klimrek.contracts.popforms;

import java.util.List;
import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.KnownValues;
import nl.klimrek.contracts.Topics;
import org.jspecify.annotations.Nullable;

/**
 * A goal does not move.
 *
 * @param pop id of the plan
 * @param employee person id of the owner
 * @param goal id of the goal
 * @param barriers what is in the way
 * @param blockedFactor which of the five factors blocks it (may be null)
 */
@EventContract(type = "nl.klimrek.pop-forms.goal-stalled.v1", topic = Topics.POP_FORMS)
public record GoalStalled(
        String pop,
        String employee,
        String goal,
        List<Barrier> barriers,
        @Nullable Factor blockedFactor) {
    public GoalStalled {
        barriers = KnownValues.of(barriers);
    }
}
