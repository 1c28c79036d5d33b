package nl.klimrek.popforms.goal;

import java.time.LocalDate;
import nl.klimrek.popforms.text.CommittedText;
import nl.klimrek.popforms.text.NoteText;

/**
 * A look back on a goal.
 *
 * @param on day of it
 * @param note what was seen
 */
public record GoalEvaluation(LocalDate on, CommittedText<NoteText> note) {}
