package nl.klimrek.popforms.advice;

import org.jspecify.annotations.Nullable;

/**
 * A friendly hint to the owner of a plan.
 *
 * @param code subject of the hint
 * @param goal id of the goal it is about; null for the whole plan
 */
public record Nudge(Code code, @Nullable String goal) {

    /** The three checks the research names (specific, challenging, feasible), and the quick win. */
    public enum Code {
        NOT_SPECIFIC,
        NOT_CHALLENGING,
        NOT_FEASIBLE,
        ADD_QUICK_WIN
    }
}
