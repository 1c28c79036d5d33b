package nl.klimrek.portal.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A goal as its owner sees it, in their language.
 *
 * @param stateCode its state as a code
 * @param stateText its state in words
 * @param facts label and text, as far as there is something to tell
 * @param steps stations of its life
 * @param can   steps that can be taken now
 * @param stall what is in the way; empty when nothing
 */
record GoalPage(
        String pop,
        @Nullable String etag,
        String id,
        String title,
        String why,
        String howMeasured,
        String supportFrom,
        String targetDate,
        boolean keptPrivate,
        String stateCode,
        String stateText,
        List<Fact> facts,
        List<Station> steps,
        Can can,
        String stall,
        List<Look> looks,
        List<ActivityLine> activities,
        List<EvidenceLine> evidence,
        String nudge) {

    record Fact(String label, String text) {}

    /** @param past whether it lies behind, @param now whether it is where the goal stands */
    record Station(String text, boolean past, boolean now) {}

    /** Which steps the goal's life allows now. */
    record Can(
            boolean start,
            boolean evaluate,
            boolean adjust,
            boolean achieve,
            boolean drop,
            boolean stall,
            boolean plan,
            boolean learn) {
        static Can of(String state) {
            boolean open = !state.equals("ACHIEVED") && !state.equals("DROPPED");
            boolean evaluated = state.equals("EVALUATED");
            return new Can(
                    List.of("SET", "ADJUSTED", "STALLED").contains(state),
                    List.of("ACTING", "STALLED").contains(state),
                    evaluated,
                    evaluated,
                    open,
                    open && !state.equals("STALLED"),
                    open,
                    !state.equals("DROPPED"));
        }
    }

    record Look(String on, String text) {}

    record ActivityLine(String id, String title, String meta, boolean done, List<Fact> learned) {}

    record EvidenceLine(String text, String link, String meta) {}
}
