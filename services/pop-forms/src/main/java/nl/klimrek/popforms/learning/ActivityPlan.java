package nl.klimrek.popforms.learning;

import java.time.LocalDate;
import java.util.Objects;
import nl.klimrek.contracts.popforms.ActivityMode;
import nl.klimrek.contracts.popforms.LearningForm;
import nl.klimrek.contracts.popforms.LearningSetting;
import org.jspecify.annotations.Nullable;

/**
 * A planned learning activity. Free, informal and on-the-job learning counts as much as a paid course.
 *
 * @param title title as typed; may be null
 * @param form formal, non-formal or informal
 * @param setting individual or collective
 * @param mode kind of activity
 * @param effortMinutes effort in minutes, 1 to {@value #MAX_MINUTES}
 * @param costCents cost in euro cents, 0 to {@value #MAX_CENTS}; null where there is none
 * @param startsOn first day; may be null
 * @param endsOn last day, not before the first; may be null
 * @param applyBy day by which to apply what was learned, because unused learning is forgotten; may be null
 */
public record ActivityPlan(
        @Nullable String title,
        LearningForm form,
        LearningSetting setting,
        ActivityMode mode,
        int effortMinutes,
        @Nullable Long costCents,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate endsOn,
        @Nullable LocalDate applyBy) {

    /** A year's work; more is a typing error. */
    public static final int MAX_MINUTES = 120_000;
    /** A million euros; more is a typing error. */
    public static final long MAX_CENTS = 100_000_000;

    public ActivityPlan {
        Objects.requireNonNull(form, "form");
        Objects.requireNonNull(setting, "setting");
        Objects.requireNonNull(mode, "mode");
        if (effortMinutes < 1 || effortMinutes > MAX_MINUTES) {
            throw new IllegalArgumentException("effort is 1 to " + MAX_MINUTES + " minutes");
        }
        if (costCents != null && (costCents < 0 || costCents > MAX_CENTS)) {
            throw new IllegalArgumentException("cost is 0 to " + MAX_CENTS + " cents");
        }
        if (before(endsOn, startsOn) || before(applyBy, startsOn)) {
            throw new IllegalArgumentException("what ends or is applied has begun before");
        }
    }

    private static boolean before(@Nullable LocalDate later, @Nullable LocalDate first) {
        return later != null && first != null && later.isBefore(first);
    }
}
