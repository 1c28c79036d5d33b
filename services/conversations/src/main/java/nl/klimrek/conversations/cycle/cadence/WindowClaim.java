package nl.klimrek.conversations.cycle.cadence;

import nl.klimrek.contracts.conversations.ConversationType;
import nl.klimrek.conversations.dialogue.scheduling.Window;

/**
 * A conversation that has the days of its window for its type.
 *
 * @param conversation id of the conversation
 * @param type what it is for
 * @param window its days
 * @param ahead whether it is still to take place
 */
public record WindowClaim(String conversation, ConversationType type, Window window, boolean ahead) {

    /** Of a conversation that is still to take place. */
    public static WindowClaim of(String conversation, ConversationType type, Window window) {
        return new WindowClaim(conversation, type, window, true);
    }

    boolean meets(WindowClaim other) {
        return type == other.type
                && !window.until().isBefore(other.window.from())
                && !other.window.until().isBefore(window.from());
    }

    WindowClaim held() {
        return new WindowClaim(conversation, type, window, false);
    }
}
