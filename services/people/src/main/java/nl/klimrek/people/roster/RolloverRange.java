package nl.klimrek.people.roster;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import nl.klimrek.eventing.Decision;
import org.jspecify.annotations.Nullable;

/**
 * One range of people in the daily rollover of an organisation. One instance at a time works on it, under a lease. An
 * instance that takes over goes on where the former one ended.
 *
 * @param closed newest day that was over everywhere and whose changes were all applied; null before the first
 * @param owner instance that works on the range; null when none does
 * @param until end of the owner's lease; null without an owner
 * @param day day that is being applied; null between two runs
 * @param after last person of that day whose changes were applied; null between two runs
 */
public record RolloverRange(
        @Nullable LocalDate closed,
        @Nullable String owner,
        @Nullable Instant until,
        @Nullable LocalDate day,
        @Nullable String after) {
    static final RolloverRange NEW = new RolloverRange(null, null, null, null, null);
    static final Duration LEASE = Duration.ofMinutes(2);

    /** Claims the range for an instance; unchanged while another one holds it. */
    Decision<RolloverRange> claim(String instance, Instant now) {
        boolean held = owner != null && !owner.equals(instance) && until != null && until.isAfter(now);
        return held
                ? Decision.unchanged()
                : Decision.accept(new RolloverRange(closed, instance, now.plus(LEASE), day, after));
    }

    /** Notes how far the owner has come, and renews its lease; unchanged when another instance has taken over. */
    Decision<RolloverRange> reached(String instance, LocalDate applied, String person, Instant now) {
        return instance.equals(owner)
                ? Decision.accept(new RolloverRange(closed, owner, now.plus(LEASE), applied, person))
                : Decision.unchanged();
    }

    /** Ends the owner's run; unchanged when another instance has taken over. */
    Decision<RolloverRange> finish(String instance, LocalDate lastClosed) {
        return instance.equals(owner)
                ? Decision.accept(new RolloverRange(lastClosed, null, null, null, null))
                : Decision.unchanged();
    }

    boolean heldBy(String instance) {
        return instance.equals(owner);
    }

    /** The day to begin with, when the organisation as a whole has come as far as the day before {@code first}. */
    LocalDate firstDay(LocalDate first) {
        LocalDate own = day != null ? day : closed != null ? closed.plusDays(1) : first;
        return own.isBefore(first) ? first : own;
    }

    /** The person to go on after on this day; null to begin with the first. */
    @Nullable
    String resumeAfter(LocalDate applied) {
        return applied.equals(day) ? after : null;
    }

    boolean closedUpTo(LocalDate last) {
        return closed != null && !closed.isBefore(last);
    }
}
