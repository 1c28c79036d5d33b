package nl.klimrek.conversations.dialogue.report;

import java.time.Instant;
import java.util.List;
import nl.klimrek.conversations.questions.selection.Orientation;

/**
 * That it took place.
 *
 * @param heldAt when
 * @param discussed questions actually discussed, each with its version
 * @param balance derived from those questions, or as the participants corrected it
 */
public record MeetingHeld(Instant heldAt, List<Discussed> discussed, Orientation balance) {

    public MeetingHeld {
        discussed = List.copyOf(discussed);
    }

    public MeetingHeld with(Orientation corrected) {
        return new MeetingHeld(heldAt, discussed, corrected);
    }

    /** A question as it was when it was discussed. */
    public record Discussed(String question, int version) {}
}
