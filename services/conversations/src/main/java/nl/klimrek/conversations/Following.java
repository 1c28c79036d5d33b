package nl.klimrek.conversations;

import nl.klimrek.eventing.inbox.EventHandlers;

/** A feature that follows facts and does not depend on which feature hears them first. Each must bear a fact that comes again. */
public interface Following {

    /** Adds what this feature listens to. */
    void register(EventHandlers handlers);
}
