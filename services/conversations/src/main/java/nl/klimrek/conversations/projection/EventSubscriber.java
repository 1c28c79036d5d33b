package nl.klimrek.conversations.projection;

import nl.klimrek.eventing.inbox.EventHandlers;

/** A feature that handles events, in any order relative to other features. Handlers must be idempotent. */
public interface EventSubscriber {

    /** Registers the handlers of this feature. */
    void register(EventHandlers handlers);
}
