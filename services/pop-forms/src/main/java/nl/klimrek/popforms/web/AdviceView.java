package nl.klimrek.popforms.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import nl.klimrek.contracts.popforms.ActivityMode;
import nl.klimrek.popforms.advice.Nudge;
import org.jspecify.annotations.Nullable;

/**
 * Advice to the owner in the reader's language.
 *
 * @param nudges hints to improve a goal or the plan; may be empty
 * @param sideways ways to move sideways; never empty
 */
record AdviceView(List<NudgeView> nudges, List<SidewaysView> sideways) {

    /** @param goal id of the goal it is about; null for the whole plan */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record NudgeView(Nudge.Code code, @Nullable String goal, String text) {}

    /** @param goal id of the owner's own goal; null for a suggestion, which has a mode */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SidewaysView(@Nullable String goal, @Nullable ActivityMode mode, String text) {}
}
