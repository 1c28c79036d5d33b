package nl.klimrek.contracts.popforms;

import java.time.LocalDate;
import java.util.List;
import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.KnownValues;
import nl.klimrek.contracts.StringFormat;
import nl.klimrek.contracts.Topics;
import org.jspecify.annotations.Nullable;

/**
 * The owner changed a goal: its words, codes, date, or whether it is private.
 *
 * @param pop id of the plan
 * @param employee person id of the owner
 * @param goal id of the goal
 * @param horizon how far away
 * @param purpose keep up, broaden or anticipate
 * @param origin where it comes from
 * @param direction move on the climbing frame
 * @param targetDate day it should be reached
 * @param skills skills it works on, coded; none of a private goal
 * @param conversation conversation it came from; not of a private goal (may be null)
 * @param keptPrivate whether the employee keeps it private from now on
 * @param content commitment of its words
 */
@EventContract(type = "nl.klimrek.pop-forms.goal-changed.v1", topic = Topics.POP_FORMS)
public record GoalChanged(
        String pop,
        String employee,
        String goal,
        GoalHorizon horizon,
        Purpose purpose,
        Origin origin,
        Direction direction,
        LocalDate targetDate,
        List<SkillReference> skills,
        @Nullable String conversation,
        boolean keptPrivate,
        @StringFormat(StringFormat.Kind.COMMITMENT) String content) {
    public GoalChanged {
        skills = KnownValues.of(skills);
    }
}
