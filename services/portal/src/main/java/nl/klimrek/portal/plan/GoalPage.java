package nl.klimrek.portal.plan;

import java.util.List;
import java.util.Map;
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
        List<MilestoneLine> milestones,
        String direction,
        String purpose,
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
        /** @param told whether its owner said what is in the way of a stalled goal */
        static Can of(String state, boolean told) {
            boolean open = !state.equals("ACHIEVED") && !state.equals("DROPPED");
            boolean evaluated = state.equals("EVALUATED");
            return new Can(
                    List.of("SET", "ADJUSTED", "STALLED").contains(state),
                    List.of("ACTING", "STALLED").contains(state),
                    evaluated,
                    evaluated,
                    open,
                    open && !(state.equals("STALLED") && told),
                    open,
                    !state.equals("DROPPED"));
        }
    }

    record Look(String on, String text) {}

    /**
     * An activity.
     *
     * @param open whether it is still to be done
     * @param done whether it was done; an activity that was let go is neither
     * @param asks whether its owner is asked to say that what was learned is used
     * @param fields what a form of it shows, by field
     */
    record ActivityLine(
            String id,
            String title,
            String meta,
            boolean open,
            boolean done,
            boolean asks,
            List<Fact> learned,
            Map<String, String> fields) {}

    /** @param reached when it was reached, in words; empty until then */
    record MilestoneLine(String id, String text, String reached) {}

    record EvidenceLine(String text, String link, String meta) {}
}
