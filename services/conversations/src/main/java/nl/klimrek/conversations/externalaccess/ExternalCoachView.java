package nl.klimrek.conversations.externalaccess;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import nl.klimrek.contracts.conversations.ExternalCoachEndReason;
import nl.klimrek.contracts.conversations.ExternalCoachScope;
import nl.klimrek.conversations.externalcoach.ExternalCoach;
import nl.klimrek.conversations.externalcoach.ExternalContact;
import org.jspecify.annotations.Nullable;

/**
 * An external coach as the employee who invited them sees the account, and the coach too.
 *
 * @param coach id of the external coach
 * @param employee person id of the employee
 * @param status whether the invitation waits, the account stands, or it ended
 * @param scope one conversation, or all until the last day
 * @param conversation id of the first conversation
 * @param lastDay last day of the account at the latest
 * @param invitedAt when the employee invited them
 * @param endedAt when the account ended; absent before
 * @param endReason why the account ended; absent before
 * @param name absent once it is erased; the same holds for {@code email}, {@code language} and {@code inviter}
 * @param inviter name of the employee as the coach reads it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ExternalCoachView(
        String coach,
        String employee,
        ExternalCoach.Status status,
        ExternalCoachScope scope,
        String conversation,
        LocalDate lastDay,
        Instant invitedAt,
        @Nullable Instant endedAt,
        @Nullable ExternalCoachEndReason endReason,
        @Nullable String name,
        @Nullable String email,
        @Nullable String language,
        @Nullable String inviter) {

    static ExternalCoachView of(ExternalCoach account) {
        ExternalContact contact = account.contact();
        return new ExternalCoachView(
                account.coach(),
                account.invitation().employee(),
                account.status(),
                account.invitation().scope(),
                account.invitation().conversation(),
                account.invitation().lastDay(),
                account.invitation().at(),
                account.endedAt(),
                account.endReason(),
                contact == null ? null : contact.name(),
                contact == null ? null : contact.email(),
                contact == null ? null : contact.language(),
                contact == null ? null : contact.inviter());
    }
}
