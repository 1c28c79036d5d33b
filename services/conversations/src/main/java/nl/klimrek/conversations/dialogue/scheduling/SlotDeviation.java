package nl.klimrek.conversations.dialogue.scheduling;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nl.klimrek.eventing.Refusal;

/** In what a slot is not as usual. Such a slot is possible only when both sides say that they know. */
public enum SlotDeviation {
    /** It is not within the window. */
    WINDOW,
    /** One of the two does not work that day, is absent, or it is a public holiday. */
    WORKING_DAY,
    /** It begins or ends outside the working hours of one of the two. */
    WORKING_HOURS;

    /** {@code slot-outside} unless there are none or the side that acts says that it knows. */
    public static Optional<Refusal> refuses(Set<SlotDeviation> found, boolean known) {
        return found.isEmpty() || known
                ? Optional.empty()
                : Optional.of(Refusal.of("slot-outside", "outside", new TreeSet<>(found)));
    }
}
