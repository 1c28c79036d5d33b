package nl.klimrek.popforms.goal;

import java.time.LocalDate;
import nl.klimrek.popforms.text.CommittedText;
import nl.klimrek.popforms.text.NoteText;

/**
 * An evaluation of a goal.
 *
 * @param on day of the evaluation
 * @param note findings
 */
public record GoalEvaluation(LocalDate on, CommittedText<NoteText> note) {}
