package nl.klimrek.popforms.career;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import nl.klimrek.contracts.popforms.Direction;
import nl.klimrek.popforms.skill.SkillMatch;
import org.jspecify.annotations.Nullable;

/**
 * The steps that somebody could take from where they are. A career is a climbing frame and not a ladder (Sjoer and Biemans): there are
 * steps in all directions, and no order of better and worse.
 *
 * @param family code of the job family; null when the roster does not say it
 * @param jobs jobs of the family from which steps are known, by name
 * @param job the one from which the steps begin; null for all of them
 * @param options the steps, by direction
 */
public record ClimbingFrame(
        @Nullable String family,
        List<String> jobs,
        @Nullable String job,
        List<Option> options) {

    public ClimbingFrame {
        jobs = List.copyOf(jobs);
        options = List.copyOf(options);
    }

    /**
     * A step with what it asks.
     *
     * @param there skills it asks that the person has noted
     * @param missing skills it asks that they have not
     */
    public record Option(CareerStep step, List<SkillMatch> there, List<SkillMatch> missing) {}

    /**
     * The frame of somebody.
     *
     * @param steps all steps of the organisation
     * @param job job from which to begin; a job that no step begins at is none
     * @param noted skills that the person says they have
     */
    static ClimbingFrame of(
            List<CareerStep> steps, @Nullable String family, @Nullable String job, Set<SkillMatch> noted) {
        List<CareerStep> ofFamily =
                steps.stream().filter(step -> step.family().equals(family)).toList();
        List<String> jobs =
                ofFamily.stream().map(CareerStep::from).distinct().sorted().toList();
        String from = job != null && jobs.contains(job) ? job : jobs.size() == 1 ? jobs.get(0) : null;
        return new ClimbingFrame(
                family,
                jobs,
                from,
                ofFamily.stream()
                        .filter(step -> from == null || step.from().equals(from))
                        .sorted(Comparator.comparing(CareerStep::direction).thenComparing(CareerStep::to))
                        .map(step -> new Option(
                                step,
                                step.skills().stream().filter(noted::contains).toList(),
                                step.skills().stream()
                                        .filter(skill -> !noted.contains(skill))
                                        .toList()))
                        .toList());
    }

    /** Whether one of the steps goes sideways. */
    boolean goesSideways() {
        return options.stream().anyMatch(option -> option.step().direction() == Direction.SIDE);
    }
}
