package nl.klimrek.conversations.externalcoach;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import nl.klimrek.contracts.conversations.ExternalCoachAccepted;
import nl.klimrek.contracts.conversations.ExternalCoachEndReason;
import nl.klimrek.contracts.conversations.ExternalCoachEnded;
import nl.klimrek.contracts.conversations.ExternalCoachErased;
import nl.klimrek.contracts.conversations.ExternalCoachInvited;
import nl.klimrek.contracts.conversations.ExternalCoachMail;
import nl.klimrek.contracts.conversations.ExternalCoachMailed;
import nl.klimrek.contracts.conversations.ExternalCoachScope;
import nl.klimrek.contracts.conversations.ExternalCoachSignedIn;
import nl.klimrek.eventing.Decision;
import org.jspecify.annotations.Nullable;

/**
 * The account of an external coach, from the invitation until everything about the person is erased. A link works once; a
 * session and the account itself end with the conversation or the track.
 *
 * @param coach id of the external coach
 * @param invitation who invited them, to what, and until when
 * @param status where the account is in its life
 * @param contact how to reach them; null once it is erased
 * @param access links and sessions, as hashes
 * @param mails messages that are still to be sent
 * @param endedAt when the account ended; null before
 * @param endReason why it ended; null before, and for accounts that ended before this was noted
 */
public record ExternalCoach(
        String coach,
        ExternalInvitation invitation,
        Status status,
        @Nullable ExternalContact contact,
        ExternalAccess access,
        MailQueue mails,
        @Nullable Instant endedAt,
        @Nullable ExternalCoachEndReason endReason) {

    /** How long an invitation can be accepted. */
    static final Duration ACCEPT_WITHIN = Duration.ofDays(14);

    /** How long name and address stay after the end, so that the employee still knows who it was. */
    static final Duration ERASED_AFTER = Duration.ofDays(30);

    /** Where an account is in its life. */
    public enum Status {
        INVITED,
        ACTIVE,
        ENDED
    }

    /** A new invitation, whose message is to be sent at once. */
    public static Decision<ExternalCoach> invited(
            String coach, ExternalInvitation invitation, ExternalContact contact) {
        ExternalCoach invited = new ExternalCoach(
                coach,
                invitation,
                Status.INVITED,
                contact,
                ExternalAccess.NONE,
                MailQueue.EMPTY.with(ExternalCoachMail.INVITATION, invitation.at()),
                null,
                null);
        return Decision.accept(
                invited,
                new ExternalCoachInvited(
                        coach,
                        invitation.employee(),
                        invitation.scope(),
                        invitation.conversation(),
                        invitation.lastDay()));
    }

    /** Whether conversations with this coach still stand. */
    public boolean isOpen(Instant now) {
        return status != Status.ENDED && now.isBefore(invitation.endsAt());
    }

    /** Whether more conversations may be asked with this coach by this employee. */
    boolean isTrackOf(String employee, Instant now) {
        return invitation.scope() == ExternalCoachScope.TRACK && employee.equals(invitation.employee()) && isOpen(now);
    }

    /** Whether a session with this hash may act now. */
    boolean admits(String session, Instant now) {
        return status == Status.ACTIVE && isOpen(now) && access.hasSession(session, now);
    }

    /** Whether a link with this hash can be used now. */
    public boolean opensWith(String link, Instant now) {
        return isOpen(now) && access.hasLink(link, now);
    }

    /** Adds a link, just before the message that carries it is sent. */
    public Decision<ExternalCoach> addLink(ExternalCoachMail mail, String link, Instant now) {
        return isOpen(now) && mails.holds(mail)
                ? Decision.accept(with(access.withLink(link, mail, now)))
                : Decision.refuse("link-unknown");
    }

    /** Signs in with a link, which works no second time. The first one needs the terms to be accepted. */
    public Decision<ExternalCoach> signIn(String link, boolean terms, String session, Instant now) {
        if (!opensWith(link, now)) {
            return Decision.refuse("link-unknown");
        }
        if (status == Status.INVITED && !terms) {
            return Decision.refuse("terms-not-accepted");
        }
        ExternalCoach in = new ExternalCoach(
                coach, invitation, Status.ACTIVE, contact, access.signedIn(link, session, now), mails, null, null);
        return Decision.accept(
                in,
                status == Status.INVITED
                        ? new ExternalCoachAccepted(coach, invitation.employee())
                        : new ExternalCoachSignedIn(coach, invitation.employee()));
    }

    /** Declines an invitation with its link. Nobody declines after accepting; the account can be ended then. */
    public Decision<ExternalCoach> decline(String link, Instant now) {
        return status == Status.INVITED && opensWith(link, now)
                ? ended(ExternalCoachEndReason.DECLINED, MailQueue.EMPTY, now)
                : Decision.refuse("link-unknown");
    }

    /** Ends one session. */
    public Decision<ExternalCoach> signOut(String session) {
        ExternalAccess without = access.withoutSession(session);
        return without.equals(access) ? Decision.unchanged() : Decision.accept(with(without));
    }

    /** Sends a new link to the same address, for somebody who has an earlier one. */
    public Decision<ExternalCoach> renewLink(String former, Instant now) {
        ExternalCoachMail mail = status == Status.INVITED ? ExternalCoachMail.INVITATION : ExternalCoachMail.SIGN_IN;
        return isOpen(now) && access.knows(former) && !mails.holds(mail) && mails.mayRenew(now)
                ? Decision.accept(with(mails.renewed(mail, now)))
                : Decision.unchanged();
    }

    /** Says that something changed; an invitation that waits for an answer says enough. */
    public Decision<ExternalCoach> changed(Instant sendAt) {
        return status != Status.ACTIVE || mails.holds(ExternalCoachMail.CHANGED)
                ? Decision.unchanged()
                : Decision.accept(with(mails.with(ExternalCoachMail.CHANGED, sendAt)));
    }

    /** A message was handed to the mail server. */
    public Decision<ExternalCoach> mailed(ExternalCoachMail mail) {
        return mails.holds(mail)
                ? Decision.accept(
                        with(mails.without(mail)), new ExternalCoachMailed(coach, invitation.employee(), mail))
                : Decision.unchanged();
    }

    /** The mail server took no message; tries again later. */
    public Decision<ExternalCoach> mailFailed(ExternalCoachMail mail, Instant now) {
        return mails.holds(mail) ? Decision.accept(with(mails.failed(mail, now))) : Decision.unchanged();
    }

    /** The address takes no mail at all: without it nobody can sign in. */
    public Decision<ExternalCoach> unreachable(ExternalCoachMail mail, Instant now) {
        ExternalCoach quiet = with(mails.without(mail));
        return status == Status.ENDED
                ? Decision.accept(quiet)
                : quiet.ended(ExternalCoachEndReason.UNDELIVERABLE, MailQueue.EMPTY, now);
    }

    /** Ends the account with all links and sessions; one that ended stays so. */
    public Decision<ExternalCoach> end(ExternalCoachEndReason reason, Instant now) {
        if (status == Status.ENDED) {
            return Decision.unchanged();
        }
        boolean heard = status == Status.ACTIVE || !access.links().isEmpty();
        return ended(reason, heard ? MailQueue.EMPTY.with(ExternalCoachMail.ENDED, now) : MailQueue.EMPTY, now);
    }

    /** A conversation is over; an account for that one ends with it. */
    public Decision<ExternalCoach> conversationOver(String conversation, Instant now) {
        return invitation.isOnly(conversation) ? end(ExternalCoachEndReason.COMPLETED, now) : Decision.unchanged();
    }

    /** What the clock does: the last day passed, nobody accepted in time, or it is time to erase. */
    public Decision<ExternalCoach> advance(Instant now) {
        if (status != Status.ENDED && !now.isBefore(invitation.endsAt())) {
            return end(ExternalCoachEndReason.LAST_DAY, now);
        }
        if (status == Status.INVITED && !now.isBefore(acceptUntil())) {
            return end(ExternalCoachEndReason.NOT_ACCEPTED, now);
        }
        return isToBeErased(now)
                ? Decision.accept(
                        new ExternalCoach(
                                coach,
                                invitation,
                                status,
                                null,
                                ExternalAccess.NONE,
                                MailQueue.EMPTY,
                                endedAt,
                                endReason),
                        new ExternalCoachErased(coach, invitation.employee()))
                : Decision.unchanged();
    }

    /** The messages to send now. */
    public List<ExternalCoachMail> mailsDue(Instant now) {
        return mails.due(now);
    }

    private boolean isToBeErased(Instant now) {
        return contact != null && endedAt != null && !now.isBefore(endedAt.plus(ERASED_AFTER));
    }

    /** When the clock looks next; null for never. */
    public @Nullable Instant dueAt() {
        Stream<Instant> own = switch (status) {
            case INVITED -> Stream.of(acceptUntil(), invitation.endsAt());
            case ACTIVE -> Stream.of(invitation.endsAt());
            case ENDED -> endedAt == null || contact == null ? Stream.of() : Stream.of(endedAt.plus(ERASED_AFTER));
        };
        return Stream.concat(own, mails.dueAt().stream())
                .min(Instant::compareTo)
                .orElse(null);
    }

    private Instant acceptUntil() {
        return invitation.at().plus(ACCEPT_WITHIN);
    }

    private Decision<ExternalCoach> ended(ExternalCoachEndReason reason, MailQueue last, Instant now) {
        return Decision.accept(
                new ExternalCoach(coach, invitation, Status.ENDED, contact, ExternalAccess.NONE, last, now, reason),
                new ExternalCoachEnded(coach, invitation.employee(), reason));
    }

    private ExternalCoach with(ExternalAccess next) {
        return new ExternalCoach(coach, invitation, status, contact, next, mails, endedAt, endReason);
    }

    private ExternalCoach with(MailQueue next) {
        return new ExternalCoach(coach, invitation, status, contact, access, next, endedAt, endReason);
    }

    /** Without the person's name and address. */
    @Override
    public String toString() {
        return "ExternalCoach[" + coach + ", " + status + "]";
    }
}
