package nl.klimrek.popforms.learning;

import java.time.LocalDate;
import nl.klimrek.popforms.text.CommittedText;
import nl.klimrek.popforms.text.NoteText;
import org.jspecify.annotations.Nullable;

/**
 * The owner's answer to the question whether something learned was used. Learning that is not used is forgotten.
 *
 * @param used whether it was used
 * @param on day of the answer
 * @param note what the owner writes about it; null where nothing was written
 */
public record Application(
        boolean used, LocalDate on, @Nullable CommittedText<NoteText> note) {

    int length() {
        return note == null ? 0 : note.length();
    }
}
