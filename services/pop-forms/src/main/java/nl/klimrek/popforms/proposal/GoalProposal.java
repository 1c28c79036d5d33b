package nl.klimrek.popforms.proposal;

import java.time.LocalDate;
import nl.klimrek.popforms.goal.GoalAim;
import nl.klimrek.popforms.goal.GoalDraft;
import nl.klimrek.popforms.goal.GoalText;
import nl.klimrek.popforms.text.CommittedText;
import nl.klimrek.popforms.text.NoteText;
import org.jspecify.annotations.Nullable;

/**
 * A goal that somebody proposes to an employee.
 *
 * @param id id that the goal has when it is accepted
 * @param proposer person id of who proposes it
 * @param aim its coded part; the origin is manager or team
 * @param text its text
 * @param proposedOn day it was proposed
 * @param declined the employee's no; null while it is open
 */
public record GoalProposal(
        String id,
        String proposer,
        GoalAim aim,
        CommittedText<GoalText> text,
        LocalDate proposedOn,
        @Nullable Declined declined) {

    /**
     * The employee's no. It needs no reason.
     *
     * @param why what the employee wants the proposer to read; null where nothing was written
     */
    public record Declined(LocalDate on, @Nullable CommittedText<NoteText> why) {}

    public boolean open() {
        return declined == null;
    }

    GoalProposal declined(LocalDate on, @Nullable CommittedText<NoteText> why) {
        return new GoalProposal(id, proposer, aim, text, proposedOn, new Declined(on, why));
    }

    /** The goal as the employee accepts it. @param by day by which the employee wants to reach it */
    public GoalDraft accepted(LocalDate by) {
        return new GoalDraft(aim.by(by), text, false);
    }
}
