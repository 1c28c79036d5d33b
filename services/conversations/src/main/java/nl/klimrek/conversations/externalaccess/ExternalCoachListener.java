package nl.klimrek.conversations.externalaccess;

import java.time.Duration;
import java.util.function.Function;
import nl.klimrek.contracts.conversations.ConversationAccepted;
import nl.klimrek.contracts.conversations.ConversationCancelled;
import nl.klimrek.contracts.conversations.ConversationClosed;
import nl.klimrek.contracts.conversations.ConversationDeclined;
import nl.klimrek.contracts.conversations.ConversationInvited;
import nl.klimrek.contracts.conversations.ConversationPlanned;
import nl.klimrek.contracts.conversations.ConversationRecorded;
import nl.klimrek.contracts.conversations.ConversationRescheduled;
import nl.klimrek.contracts.conversations.ExternalCoachEndReason;
import nl.klimrek.contracts.conversations.ExternalCoachId;
import nl.klimrek.contracts.conversations.ExternalCoachInvited;
import nl.klimrek.contracts.people.PersonLeft;
import nl.klimrek.conversations.externalcoach.ExternalCoach;
import nl.klimrek.conversations.externalcoach.ExternalCoachRegister;
import nl.klimrek.conversations.projection.CurrentRoster;
import nl.klimrek.conversations.projection.EventSubscriber;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.EventMeta;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.LateEventPolicy;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.eventing.inbox.EventHandlers;
import org.springframework.stereotype.Component;

/** Lets accounts of external coaches follow their conversations, and tells the coach of steps that somebody else took. */
@Component
class ExternalCoachListener implements EventSubscriber {

    /** Steps that come together are one message. */
    private static final Duration SETTLE = Duration.ofMinutes(1);

    private final AggregateStore<ExternalCoach> accounts;
    private final ExternalCoachRegister register;
    private final ExternalInvitationService invitations;
    private final CurrentRoster roster;

    ExternalCoachListener(
            AggregateStore<ExternalCoach> accounts,
            ExternalCoachRegister register,
            ExternalInvitationService invitations,
            CurrentRoster roster) {
        this.accounts = accounts;
        this.register = register;
        this.invitations = invitations;
        this.roster = roster;
    }

    @Override
    public void register(EventHandlers handlers) {
        handlers.on(ExternalCoachInvited.class, this::invited)
                .on(ConversationPlanned.class, (fact, event) -> changed(fact.counterpart(), event))
                .on(ConversationInvited.class, (fact, event) -> changed(fact.counterpart(), event))
                .on(ConversationRescheduled.class, (fact, event) -> changed(fact.counterpart(), event))
                .on(ConversationAccepted.class, (fact, event) -> changed(fact.counterpart(), event))
                .on(ConversationDeclined.class, (fact, event) -> changed(fact.counterpart(), event))
                .on(ConversationRecorded.class, (fact, event) -> changed(fact.counterpart(), event))
                .on(ConversationCancelled.class, (fact, event) -> over(fact.conversation(), fact.counterpart(), event))
                .on(ConversationClosed.class, (fact, event) -> over(fact.conversation(), fact.counterpart(), event))
                .on(PersonLeft.class, this::left);
    }

    /** Finishes what an instance may have begun. */
    private void invited(ExternalCoachInvited invited, EventMeta event) {
        register.find(event.organisation(), invited.coach())
                .ifPresent(found -> invitations.plan(event.organisation(), found.state(), MessageContext.event(event)));
    }

    private void changed(String counterpart, EventMeta event) {
        follow(counterpart, event, account -> told(account, event));
    }

    private void over(String conversation, String counterpart, EventMeta event) {
        follow(counterpart, event, account -> {
            Decision<ExternalCoach> ended = account.conversationOver(conversation, roster.now());
            return ended instanceof Decision.Unchanged ? told(account, event) : ended;
        });
    }

    /** Nobody is told of their own step. */
    private Decision<ExternalCoach> told(ExternalCoach account, EventMeta event) {
        return event.actor().equals(account.coach())
                ? Decision.unchanged()
                : account.changed(roster.now().plus(SETTLE));
    }

    private void left(PersonLeft gone, EventMeta event) {
        register.invitedBy(event.organisation(), gone.person())
                .forEach(account -> follow(
                        account.coach(), event, now -> now.end(ExternalCoachEndReason.EMPLOYEE_LEFT, roster.now())));
    }

    private void follow(String coach, EventMeta event, Function<ExternalCoach, Decision<ExternalCoach>> step) {
        if (ExternalCoachId.matches(coach)) {
            accounts.handle(
                    Key.of(event.organisation(), coach),
                    MessageContext.event(event).withLateEventPolicy(LateEventPolicy.IGNORE),
                    found -> found.map(step).orElseGet(Decision::unchanged));
        }
    }
}
