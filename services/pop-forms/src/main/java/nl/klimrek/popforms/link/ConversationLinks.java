package nl.klimrek.popforms.link;

import java.util.Objects;
import nl.klimrek.contracts.conversations.ConversationPlanned;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.EventMeta;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Refusal;
import nl.klimrek.eventing.RefusedException;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.eventing.inbox.EventHandlers;
import nl.klimrek.servicekit.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks that a conversation that a goal came from exists, and that the owner of the goal takes part in it. */
@Component
public class ConversationLinks {

    private final AggregateStore<LinkedConversation> conversations;

    ConversationLinks(AggregateStore<LinkedConversation> conversations) {
        this.conversations = conversations;
    }

    /** Lets these handlers hear of conversations. */
    public EventHandlers register(EventHandlers handlers) {
        return handlers.on(ConversationPlanned.class, this::planned);
    }

    /**
     * Refuses with {@code conversation-not-yours} a conversation that is unknown or somebody else's: both answers are the
     * same, so that nobody learns which conversations exist.
     *
     * @param linked id of the conversation; null for none
     * @param before the conversation that the goal had; it may stay
     */
    public void check(Caller caller, @Nullable String linked, @Nullable String before) {
        if (linked != null && !Objects.equals(linked, before) && !takesPart(caller, linked)) {
            throw new RefusedException(Refusal.of("conversation-not-yours"));
        }
    }

    private boolean takesPart(Caller caller, String conversation) {
        return conversations
                .find(key(caller.organisation(), conversation))
                .filter(found -> found.state().has(caller.person()))
                .isPresent();
    }

    private void planned(ConversationPlanned event, EventMeta meta) {
        LinkedConversation now = new LinkedConversation(event.employee(), event.counterpart());
        conversations.handle(
                key(meta.organisation(), event.conversation()),
                MessageContext.event(meta).withoutMarker(),
                known -> known.isPresent() && known.get().equals(now) ? Decision.unchanged() : Decision.accept(now));
    }

    private static Key key(Organisation organisation, String conversation) {
        return Key.of(organisation, conversation);
    }
}
