package nl.klimrek.conversations.lifecycle;

import java.time.LocalDate;
import java.util.Objects;
import nl.klimrek.eventing.Decision;
import org.jspecify.annotations.Nullable;

/**
 * The known last day of an employee, and the exit conversation planned for it.
 *
 * @param round rises each time a last day becomes known where there was none
 * @param lastDay last day of employment; null while none is known
 * @param conversation id of the conversation of this round; null before it is planned
 */
public record Departure(
        int round, @Nullable LocalDate lastDay, @Nullable String conversation) {

    static final Departure NONE = new Departure(0, null, null);

    /** A last day that moves is the same departure; one that is known again after it was withdrawn is another. */
    Decision<Departure> expects(@Nullable LocalDate day) {
        if (Objects.equals(lastDay, day)) {
            return Decision.unchanged();
        }
        return Decision.accept(
                lastDay == null ? new Departure(round + 1, day, null) : new Departure(round, day, conversation));
    }

    /** The conversation of this round was planned, or taken over by a new manager. */
    Decision<Departure> with(String planned) {
        return planned.equals(conversation)
                ? Decision.unchanged()
                : Decision.accept(new Departure(round, lastDay, planned));
    }
}
