package nl.klimrek.conversations.planning.availability;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import nl.klimrek.contracts.conversations.OverloadFound;
import nl.klimrek.eventing.Decision;
import nl.klimrek.planner.task.Overload;
import org.jspecify.annotations.Nullable;

/**
 * What the newest planning of a cycle found no room for at one manager.
 *
 * @param cycle id of the cycle
 * @param manager person id
 * @param conversations conversations without a slot; 0 once all found one
 * @param minutesShort minutes short, preparation included
 * @param from first day of the windows concerned
 * @param until last day of those windows
 * @param delegates person ids of those who have room; only a suggestion
 */
public record ManagerOverload(
        String cycle,
        String manager,
        int conversations,
        int minutesShort,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        List<String> delegates) {

    public ManagerOverload {
        delegates = delegates == null ? List.of() : List.copyOf(delegates);
    }

    /** What planning found, stated when it differs from what it found before; {@code before} may be null. */
    static Decision<ManagerOverload> found(
            @Nullable ManagerOverload before, String cycle, Overload overload, List<String> delegates) {
        boolean none = overload.conversations() == 0;
        if (none && (before == null || before.conversations == 0)) {
            return Decision.unchanged();
        }
        LocalDate from = none && before != null ? before.from : overload.from();
        LocalDate until = none && before != null ? before.until : overload.until();
        ManagerOverload next = new ManagerOverload(
                cycle, overload.manager(), overload.conversations(), overload.minutesShort(), from, until, delegates);
        return next.equals(before)
                ? Decision.unchanged()
                : Decision.accept(
                        next,
                        new OverloadFound(
                                cycle,
                                next.manager,
                                next.conversations,
                                next.minutesShort,
                                Objects.requireNonNull(next.from),
                                Objects.requireNonNull(next.until),
                                delegates));
    }

    static ManagerOverload of(OverloadFound found) {
        return new ManagerOverload(
                found.cycle(),
                found.manager(),
                found.conversations(),
                found.minutesShort(),
                found.from(),
                found.until(),
                found.delegates());
    }
}
