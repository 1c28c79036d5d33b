package nl.klimrek.conversations.dialogue.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.klimrek.conversations.questions.selection.Orientation;
import nl.klimrek.eventing.Refusal;

/**
 * The meeting: when it took place, which questions were discussed, and what it was about.
 *
 * @param heldAt when
 * @param discussed questions actually discussed, each with its version
 * @param orientation derived from those questions, or as the participants corrected it
 */
public record MeetingHeld(
        Instant heldAt,
        List<Discussed> discussed,
        @JsonProperty("balance") Orientation orientation) {

    public MeetingHeld {
        discussed = List.copyOf(discussed);
    }

    /** With what the participants say it was about. */
    public MeetingHeld correctedBy(Orientation said) {
        return new MeetingHeld(heldAt, discussed, orientation.correctedBy(said));
    }

    /** Why it cannot have taken place: its moment is still to come. */
    public Optional<Refusal> refusesFuture(Instant now) {
        return heldAt.isAfter(now) ? Optional.of(Refusal.of("held-in-future")) : Optional.empty();
    }

    /** A question as it was when it was discussed. */
    public record Discussed(String question, int version) {}
}
