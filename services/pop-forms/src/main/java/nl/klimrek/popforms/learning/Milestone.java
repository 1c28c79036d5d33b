package nl.klimrek.popforms.learning;

import java.time.LocalDate;
import nl.klimrek.popforms.text.CommittedText;
import nl.klimrek.popforms.text.NoteText;
import org.jspecify.annotations.Nullable;

/**
 * A small step towards a goal that is worth celebrating. It is reached or not yet; it never counts as a share of the goal.
 *
 * @param id unique within the plan
 * @param text what it is
 * @param reachedOn day it was reached; null until then
 */
public record Milestone(
        String id, CommittedText<NoteText> text, @Nullable LocalDate reachedOn) {

    public boolean reached() {
        return reachedOn != null;
    }

    public Milestone reached(LocalDate on) {
        return new Milestone(id, text, on);
    }
}
