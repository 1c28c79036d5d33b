package nl.klimrek.conversations.planning.proposal;

import nl.klimrek.contracts.conversations.ConversationCancelled;
import nl.klimrek.contracts.conversations.ConversationDeclined;
import nl.klimrek.contracts.conversations.ConversationHeld;
import nl.klimrek.contracts.conversations.ConversationRescheduled;
import nl.klimrek.conversations.dialogue.Conversation;
import nl.klimrek.conversations.projection.EventSubscriber;
import nl.klimrek.eventing.EventMeta;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.eventing.inbox.EventHandlers;
import org.springframework.stereotype.Component;

/**
 * Releases a reserved hour when its conversation moved, ended or was cancelled. Otherwise a free time would look
 * reserved.
 */
@Component
class DiaryRelease implements EventSubscriber {

    private final DiaryService diaries;
    private final AggregateStore<Conversation> conversations;

    DiaryRelease(DiaryService diaries, AggregateStore<Conversation> conversations) {
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

    /** The present state of the conversation decides, not the event, which may be late. */
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
