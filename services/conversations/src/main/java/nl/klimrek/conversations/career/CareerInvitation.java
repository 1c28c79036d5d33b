package nl.klimrek.conversations.career;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import nl.klimrek.contracts.conversations.CareerConversationSuggested;
import nl.klimrek.eventing.Decision;
import org.jspecify.annotations.Nullable;

/**
 * Whether an employee is to be invited to a first career conversation, and when to look again. An invitation and the next day
 * are one write, so an employee is invited at most once in a period, on how many instances the clock may run.
 *
 * @param employee person id
 * @param lookOn day on which to look; null for never
 * @param invitedOn day of the latest invitation; null before
 * @param had whether they had a career conversation, after which they are never invited again
 */
record CareerInvitation(
        String employee,
        @Nullable LocalDate lookOn,
        @Nullable LocalDate invitedOn,
        boolean had) {

    static CareerInvitation of(String employee) {
        return new CareerInvitation(employee, null, null, false);
    }

    /** Looks on this day, unless it looks on another day already or they had a career conversation. */
    Decision<CareerInvitation> await(LocalDate day) {
        return had || lookOn != null ? Decision.unchanged() : Decision.accept(look(day));
    }

    /** Looks no more; they left. */
    Decision<CareerInvitation> leave() {
        return lookOn == null ? Decision.unchanged() : Decision.accept(look(null));
    }

    /** They had a career conversation. */
    Decision<CareerInvitation> tookPlace() {
        return had ? Decision.unchanged() : Decision.accept(new CareerInvitation(employee, null, invitedOn, true));
    }

    /** Nothing is said today; looks again on that day. */
    Decision<CareerInvitation> postpone(LocalDate today, LocalDate day) {
        return due(today) ? Decision.accept(look(day)) : Decision.unchanged();
    }

    /** Invites, if this is the day, and looks again after the period. */
    Decision<CareerInvitation> invite(LocalDate today, LocalDate next) {
        return due(today)
                ? Decision.accept(
                        new CareerInvitation(employee, next, today, false),
                        new CareerConversationSuggested(employee, next))
                : Decision.unchanged();
    }

    /** Whether this is the day, where the employee is. */
    boolean due(LocalDate today) {
        return !had && lookOn != null && !lookOn.isAfter(today);
    }

    /** When the clock looks: where the day begins first; null for never. */
    @Nullable
    Instant dueAt() {
        return lookOn == null
                ? null
                : lookOn.atStartOfDay(ZoneOffset.ofHours(14)).toInstant();
    }

    private CareerInvitation look(@Nullable LocalDate day) {
        return new CareerInvitation(employee, day, invitedOn, had);
    }
}
