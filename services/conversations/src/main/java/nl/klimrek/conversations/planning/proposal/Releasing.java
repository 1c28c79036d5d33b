package nl.klimrek.conversations.planning.proposal;

import nl.klimrek.contracts.conversations.ConversationCancelled;
import nl.klimrek.contracts.conversations.ConversationDeclined;
import nl.klimrek.contracts.conversations.ConversationHeld;
import nl.klimrek.contracts.conversations.ConversationRescheduled;
import nl.klimrek.conversations.Following;
import nl.klimrek.conversations.dialogue.Conversation;
import nl.klimrek.eventing.EventMeta;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.eventing.inbox.EventHandlers;
import org.springframework.stereotype.Component;

/**
 * Takes back a given slot once its conversation is elsewhere, over or off. Without it a time that is free would look given,
 * and whoever is planned there next would get none.
 */
@Component
class Releasing implements Following {

    private final Diaries diaries;
    private final AggregateStore<Conversation> conversations;

    Releasing(Diaries diaries, AggregateStore<Conversation> conversations) {
        this.diaries = diaries;
        this.conversations = conversations;
    }

    @Override
    public void register(EventHandlers handlers) {
        handlers.on(ConversationRescheduled.class, (fact, event) -> release(fact.conversation(), event))
                .on(ConversationDeclined.class, (fact, event) -> release(fact.conversation(), event))
                .on(ConversationCancelled.class, (fact, event) -> release(fact.conversation(), event))
                .on(ConversationHeld.class, (fact, event) -> release(fact.conversation(), event));
    }

    /** Where the conversation is now decides, not the fact that tells of it: a fact may be heard late. */
    private void release(String conversation, EventMeta event) {
        conversations
                .find(Key.of(event.organisation(), conversation))
                .map(Versioned::state)
                .ifPresent(now -> diaries.settle(
                        event.organisation(),
                        now,
                        event.time(),
                        !now.status().ahead(),
                        MessageContext.event(event).withoutMarker()));
    }
}
