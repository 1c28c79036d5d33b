package nl.klimrek.popforms.career;

import java.util.List;
import nl.klimrek.contracts.popforms.Direction;
import nl.klimrek.popforms.skill.SkillMatch;
import org.jspecify.annotations.Nullable;

/**
 * A step from one job to another, as HR describes it.
 *
 * @param code its code in the organisation's catalogue
 * @param family code of the job family that it begins in, as the HR system names it
 * @param from job that it begins at
 * @param to job, or kind of work, that it leads to
 * @param direction where that is on the climbing frame
 * @param description what changes; null for none
 * @param link page about it; null for none
 * @param skills skills that the other job asks, by scheme and code
 */
public record CareerStep(
        String code,
        String family,
        String from,
        String to,
        Direction direction,
        @Nullable String description,
        @Nullable String link,
        List<SkillMatch> skills) {

    static final int JOB = 120;
    static final int FAMILY = 60;
    static final int DESCRIPTION = 2000;

    public CareerStep {
        skills = List.copyOf(skills);
    }
}
