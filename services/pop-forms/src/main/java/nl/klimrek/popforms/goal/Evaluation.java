package nl.klimrek.popforms.goal;

import java.time.LocalDate;

/**
 * A look back on a goal.
 *
 * @param on day of it
 * @param note what was seen
 */
public record Evaluation(LocalDate on, Committed<Note> note) {}
