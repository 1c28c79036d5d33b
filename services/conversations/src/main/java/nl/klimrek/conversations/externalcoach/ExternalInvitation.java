package nl.klimrek.conversations.externalcoach;

import java.time.Instant;
import java.time.LocalDate;
import nl.klimrek.contracts.conversations.ExternalCoachScope;

/**
 * Who invited an external coach, to what, and until when.
 *
 * @param employee person id
 * @param scope one conversation, or all until the last day
 * @param conversation id of the first one
 * @param windowFrom first day on which the first one should take place
 * @param windowUntil last day of it
 * @param lastDay last day of the account at the latest
 * @param endsAt end of that day where the employee is
 * @param at when the employee invited them
 */
public record ExternalInvitation(
        String employee,
        ExternalCoachScope scope,
        String conversation,
        LocalDate windowFrom,
        LocalDate windowUntil,
        LocalDate lastDay,
        Instant endsAt,
        Instant at) {

    /** Whether the account is for this conversation and no other. */
    boolean isOnly(String id) {
        return scope == ExternalCoachScope.CONVERSATION && conversation.equals(id);
    }
}
