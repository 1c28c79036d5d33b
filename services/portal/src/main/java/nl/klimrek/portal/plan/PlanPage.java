package nl.klimrek.portal.plan;

import java.util.List;
import nl.klimrek.portal.form.Choice;
import nl.klimrek.portal.frame.BarChart;
import org.jspecify.annotations.Nullable;

/**
 * The plan as its owner sees it; in their language.
 *
 * @param pop       id of the plan; empty when none was started
 * @param etag      version of the whole plan that this shows
 * @param agreement how far it is agreed by two
 * @param portrait  questions that were answered
 * @param open      goals to work on, in the owner's order, one page of them
 * @param closed    goals that were achieved or let go
 * @param first     where the list of goals begins; null on its first page
 * @param next      where it goes on; null on its last page
 * @param frame     the climbing frame
 * @param sideways  ways to move sideways, in words
 * @param nudges    hints about the whole plan
 * @param mix       how learning divides; null while nothing was planned
 * @param choices   goals that something learned can be logged with
 */
record PlanPage(
        String pop,
        @Nullable String etag,
        @Nullable AgreementPart agreement,
        List<AnswerLine> portrait,
        List<GoalLine> open,
        List<GoalLine> closed,
        @Nullable String first,
        @Nullable String next,
        List<Rung> frame,
        List<SidewaysLine> sideways,
        List<String> nudges,
        @Nullable BarChart mix,
        List<Choice> choices) {

    /** Whether goals of the owner's own go sideways already. */
    public boolean goesSideways() {
        return sideways.stream().anyMatch(option -> option.text().isEmpty());
    }

    public boolean started() {
        return !pop.isEmpty();
    }

    /**
     * @param text       who confirmed what
     * @param changed    what confirming is about; empty when nothing changed since the last time
     * @param canConfirm whether the owner's own confirmation is still missing
     */
    record AgreementPart(int version, String state, String text, String changed, boolean canConfirm) {}

    record AnswerLine(
            String code, String question, @Nullable String text) {}

    /**
     * A goal in the list.
     *
     * @param meta  direction and target date, with labels
     * @param nudge a hint; empty without one
     * @param up    rank it gets by moving up; null for the first
     * @param down  rank it gets by moving down; null for the last
     */
    record GoalLine(
            String id,
            String title,
            String state,
            String stateText,
            boolean keptPrivate,
            String meta,
            String nudge,
            @Nullable Integer up,
            @Nullable Integer down) {}

    /**
     * A goal that somebody proposes.
     *
     * @param from who proposes it, and when
     * @param facts what it says, with labels
     * @param targetDate the proposed day, as a field shows it
     */
    record ProposalCard(String id, String title, String from, List<GoalPage.Fact> facts, String targetDate) {}

    /** A direction of the climbing frame. @param goals how many open goals go there */
    record Rung(String code, String name, int x, int y, long goals) {}

    /** @param text empty for a goal of the owner's own, @param link to that goal, or to a new one */
    record SidewaysLine(String text, String link, String linkText) {}
}
