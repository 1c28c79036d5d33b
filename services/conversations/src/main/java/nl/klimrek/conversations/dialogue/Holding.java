package nl.klimrek.conversations.dialogue;

import java.time.Instant;
import java.util.List;

/**
 * That it took place.
 *
 * @param heldAt when
 * @param discussed questions actually discussed, each with its version
 * @param balance derived from those questions, or as the participants corrected it
 */
public record Holding(Instant heldAt, List<Discussed> discussed, Balance balance) {

    public Holding {
        discussed = List.copyOf(discussed);
    }

    Holding with(Balance corrected) {
        return new Holding(heldAt, discussed, corrected);
    }

    /** A question as it was when it was discussed. */
    public record Discussed(String question, int version) {}
}
