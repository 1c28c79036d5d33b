package nl.klimrek.conversations.projection;

import nl.klimrek.eventing.inbox.EventHandlers;

/** A feature that follows facts and does not depend on which feature hears them first. Each must bear a fact that comes again. */
public interface EventSubscriber {

    /** Adds what this feature listens to. */
    void register(EventHandlers handlers);
}
