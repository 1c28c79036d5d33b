package nl.klimrek.conversations.rhythm;

import nl.klimrek.contracts.conversations.ConversationType;
import nl.klimrek.conversations.dialogue.Window;

/**
 * A conversation that has the days of its window for its type.
 *
 * @param conversation id of the conversation
 * @param type what it is for
 * @param window its days
 * @param ahead whether it is still to take place
 */
public record Claim(String conversation, ConversationType type, Window window, boolean ahead) {

    /** Of a conversation that is still to take place. */
    public static Claim of(String conversation, ConversationType type, Window window) {
        return new Claim(conversation, type, window, true);
    }

    boolean meets(Claim other) {
        return type == other.type
                && !window.until().isBefore(other.window.from())
                && !other.window.until().isBefore(window.from());
    }

    Claim held() {
        return new Claim(conversation, type, window, false);
    }
}
