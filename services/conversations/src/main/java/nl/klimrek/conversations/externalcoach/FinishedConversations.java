package nl.klimrek.conversations.externalcoach;

import nl.klimrek.eventing.Organisation;

/** Tells which conversations are over at this moment, so that an account for one is refused from the next request on. */
@FunctionalInterface
public interface FinishedConversations {

    /** Whether a conversation was closed or cancelled. */
    boolean contains(Organisation organisation, String conversation);
}
