package nl.klimrek.conversations.externalaccess;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import nl.klimrek.contracts.conversations.ConversationReason;
import nl.klimrek.contracts.conversations.ConversationType;
import nl.klimrek.contracts.conversations.ExternalCoachEndReason;
import nl.klimrek.contracts.conversations.ExternalCoachId;
import nl.klimrek.contracts.conversations.ExternalCoachScope;
import nl.klimrek.conversations.dialogue.Conversation;
import nl.klimrek.conversations.dialogue.ConversationPlan;
import nl.klimrek.conversations.dialogue.Participants;
import nl.klimrek.conversations.dialogue.Relation;
import nl.klimrek.conversations.dialogue.scheduling.Window;
import nl.klimrek.conversations.externalcoach.ExternalCoach;
import nl.klimrek.conversations.externalcoach.ExternalCoachRegister;
import nl.klimrek.conversations.externalcoach.ExternalContact;
import nl.klimrek.conversations.externalcoach.ExternalInvitation;
import nl.klimrek.conversations.projection.CurrentRoster;
import nl.klimrek.conversations.projection.IdListProjection;
import nl.klimrek.conversations.projection.ListKind;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Refusal;
import nl.klimrek.eventing.RefusedException;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.servicekit.command.CommandIdGenerator;
import nl.klimrek.servicekit.security.Caller;
import nl.klimrek.servicekit.security.Role;
import nl.klimrek.servicekit.text.MailAddress;
import nl.klimrek.servicekit.text.NameText;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Invites external coaches. The account is written first; its conversation follows, by the account's event where an instance ended
 * in between.
 */
@Component
class ExternalInvitationService {

    private static final int DEFAULT_DAYS = 21;
    private static final int DAYS_FOR_ONE = 180;
    private static final int MAX_TRACK_DAYS = 366;
    private static final int MAX_A_DAY = 5;

    private final AggregateStore<ExternalCoach> accounts;
    private final AggregateStore<Conversation> conversations;
    private final ExternalCoachRegister register;
    private final IdListProjection lists;
    private final CurrentRoster roster;

    ExternalInvitationService(
            AggregateStore<ExternalCoach> accounts,
            AggregateStore<Conversation> conversations,
            ExternalCoachRegister register,
            IdListProjection lists,
            CurrentRoster roster) {
        this.accounts = accounts;
        this.conversations = conversations;
        this.register = register;
        this.lists = lists;
        this.roster = roster;
    }

    /** Invites a coach to talk with the caller; the same command finds the same account again. */
    Versioned<ExternalCoach> invite(Caller caller, ExternalCoachController.Invitation asked, MessageContext context) {
        Organisation organisation = caller.organisation();
        if (!caller.is(Role.EMPLOYEE)
                || roster.employed(organisation, caller.person()).isEmpty()) {
            throw refused("forbidden");
        }
        String coach = ExternalCoachId.of(CommandIdGenerator.newId(context, "external-coach"));
        ExternalContact contact = contact(asked);
        ExternalInvitation invitation = invitation(caller, asked, CommandIdGenerator.newId(context));
        Key key = Key.of(organisation, coach);
        if (accounts.find(key).isEmpty()) {
            requireFew(organisation, caller.person(), invitation.at());
        }
        lists.add(organisation, ListKind.EXTERNAL_COACHES, caller.person(), coach);
        Versioned<ExternalCoach> invited = accounts.handle(
                key,
                context,
                found -> found.isPresent() ? Decision.unchanged() : ExternalCoach.invited(coach, invitation, contact));
        plan(organisation, invited.state(), context);
        return invited;
    }

    /** Plans the first conversation of an account that still stands; planning it twice changes nothing. */
    void plan(Organisation organisation, ExternalCoach account, MessageContext context) {
        ExternalInvitation invitation = account.invitation();
        if (!account.isOpen(roster.now())) {
            return;
        }
        ConversationPlan plan = new ConversationPlan(
                invitation.conversation(), ConversationType.CAREER, ConversationReason.ASKED, null, null);
        conversations.handle(
                Key.of(organisation, invitation.conversation()),
                context.withoutMarker(),
                found -> found.isPresent()
                        ? Decision.unchanged()
                        : Conversation.planned(
                                plan,
                                Participants.of(invitation.employee(), account.coach(), Relation.EXTERNAL),
                                new Window(invitation.windowFrom(), invitation.windowUntil()),
                                invitation.windowFrom()));
    }

    /** Ends the account of a coach whom the caller invited; nobody else learns that there is one. */
    Versioned<ExternalCoach> withdraw(Caller caller, String coach, MessageContext context) {
        if (register.find(caller.organisation(), coach)
                .filter(found -> found.state().invitation().employee().equals(caller.person()))
                .isEmpty()) {
            throw refused("external-coach-unknown");
        }
        return accounts.handle(
                Key.of(caller.organisation(), coach),
                context,
                found -> found.orElseThrow().end(ExternalCoachEndReason.WITHDRAWN, roster.now()));
    }

    private ExternalInvitation invitation(
            Caller caller, ExternalCoachController.Invitation asked, String conversation) {
        LocalDate today = roster.today(caller.organisation(), caller.person());
        LocalDate from = asked.windowFrom() == null ? today : asked.windowFrom();
        boolean track = asked.scope() == ExternalCoachScope.TRACK;
        LocalDate lastDay = lastDay(asked.lastDay(), track, today);
        LocalDate usual = from.plusDays(DEFAULT_DAYS);
        LocalDate until = asked.windowUntil() != null ? asked.windowUntil() : usual.isAfter(lastDay) ? lastDay : usual;
        if (from.isBefore(today) || until.isBefore(from)) {
            throw refused("window-impossible");
        }
        if (until.isAfter(lastDay)) {
            throw refused("last-day-impossible");
        }
        Instant ends = lastDay.plusDays(1)
                .atStartOfDay(roster.zoneOf(caller.organisation(), caller.person()))
                .toInstant();
        return new ExternalInvitation(
                caller.person(), asked.scope(), conversation, from, until, lastDay, ends, roster.now());
    }

    private static LocalDate lastDay(@Nullable LocalDate asked, boolean track, LocalDate today) {
        if (asked == null) {
            if (track) {
                throw refused("last-day-impossible");
            }
            return today.plusDays(DAYS_FOR_ONE);
        }
        if (asked.isBefore(today) || asked.isAfter(today.plusDays(track ? MAX_TRACK_DAYS : DAYS_FOR_ONE))) {
            throw refused("last-day-impossible");
        }
        return asked;
    }

    private static ExternalContact contact(ExternalCoachController.Invitation asked) {
        String email = asked.email().strip();
        if (!MailAddress.isPlain(email)) {
            throw refused("email-impossible");
        }
        if (!NameText.isPlain(asked.name()) || !NameText.isPlain(asked.inviter())) {
            throw refused("name-impossible");
        }
        return new ExternalContact(
                asked.name().strip(), email, asked.language(), asked.inviter().strip());
    }

    private void requireFew(Organisation organisation, String employee, Instant now) {
        long today = register.invitedBy(organisation, employee).stream()
                .filter(one -> one.invitation().at().isAfter(now.minus(Duration.ofDays(1))))
                .count();
        if (today >= MAX_A_DAY) {
            throw refused("external-coach-limit");
        }
    }

    private static RefusedException refused(String code) {
        return new RefusedException(Refusal.of(code));
    }
}
