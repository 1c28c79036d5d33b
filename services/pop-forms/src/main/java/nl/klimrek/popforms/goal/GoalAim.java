package nl.klimrek.popforms.goal;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import nl.klimrek.contracts.popforms.Direction;
import nl.klimrek.contracts.popforms.GoalHorizon;
import nl.klimrek.contracts.popforms.Origin;
import nl.klimrek.contracts.popforms.Purpose;
import nl.klimrek.contracts.popforms.SkillReference;
import org.jspecify.annotations.Nullable;

/**
 * The coded part of a goal, which events may carry.
 *
 * @param horizon short or long term
 * @param purpose maintain, broaden or anticipate
 * @param origin who came up with it
 * @param direction direction on the climbing frame
 * @param targetDate day by which it should be reached
 * @param skills skills that it works on
 * @param conversation id of the conversation it came from; may be null
 */
public record GoalAim(
        GoalHorizon horizon,
        Purpose purpose,
        Origin origin,
        Direction direction,
        LocalDate targetDate,
        List<Skill> skills,
        @Nullable String conversation) {

    public GoalAim {
        Objects.requireNonNull(horizon, "horizon");
        Objects.requireNonNull(purpose, "purpose");
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(direction, "direction");
        Objects.requireNonNull(targetDate, "targetDate");
        skills = skills == null ? List.of() : List.copyOf(skills);
    }

    /** The same aim, to be reached by another day. */
    public GoalAim by(LocalDate newTargetDate) {
        return new GoalAim(horizon, purpose, origin, direction, newTargetDate, skills, conversation);
    }

    List<SkillReference> references() {
        return skills.stream().map(Skill::reference).toList();
    }
}
