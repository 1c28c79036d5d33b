package nl.klimrek.contracts.popforms;

import java.time.LocalDate;
import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.StringFormat;
import nl.klimrek.contracts.Topics;

/**
 * A manager or a team member proposed a goal; it is no goal of the plan until the employee accepts it.
 *
 * @param employee person id of whom it is proposed to
 * @param goal id the goal has when it is accepted
 * @param proposer person id of who proposes it
 * @param origin manager or team
 * @param horizon how far away
 * @param purpose keep up, broaden or anticipate
 * @param direction move on the climbing frame
 * @param targetDate day it should be reached
 * @param content commitment of its words
 */
@EventContract(type = "nl.klimrek.pop-forms.goal-proposed.v1", topic = Topics.POP_FORMS)
public record GoalProposed(
        String employee,
        String goal,
        String proposer,
        Origin origin,
        GoalHorizon horizon,
        Purpose purpose,
        Direction direction,
        LocalDate targetDate,
        @StringFormat(StringFormat.Kind.COMMITMENT) String content) {}
