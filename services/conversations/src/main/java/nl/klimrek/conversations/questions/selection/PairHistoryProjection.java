package nl.klimrek.conversations.questions.selection;

import nl.klimrek.contracts.conversations.ConversationHeld;
import nl.klimrek.conversations.projection.EventSubscriber;
import nl.klimrek.eventing.EventMeta;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.eventing.inbox.EventHandlers;
import org.springframework.stereotype.Component;

/** Remembers what two people discussed with each other, from the events of conversations that took place. */
@Component
public class PairHistoryProjection implements EventSubscriber {

    private final AggregateStore<PairHistory> histories;

    PairHistoryProjection(AggregateStore<PairHistory> histories) {
        this.histories = histories;
    }

    @Override
    public void register(EventHandlers handlers) {
        handlers.on(ConversationHeld.class, this::held);
    }

    /** What these two discussed before a conversation. */
    public ConversationHistory before(
            Organisation organisation, String employee, String counterpart, String conversation) {
        return histories
                .find(key(organisation, employee, counterpart))
                .map(Versioned::state)
                .map(known -> known.before(conversation))
                .orElse(ConversationHistory.NONE);
    }

    private void held(ConversationHeld held, EventMeta event) {
        histories.handle(
                key(event.organisation(), held.employee(), held.counterpart()),
                MessageContext.event(event),
                found -> found.orElse(PairHistory.NONE).with(held));
    }

    private static Key key(Organisation organisation, String employee, String counterpart) {
        return Key.of(organisation, employee + ":" + counterpart);
    }
}
