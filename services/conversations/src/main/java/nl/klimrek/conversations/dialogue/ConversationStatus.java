package nl.klimrek.conversations.dialogue;

/**
 * Where a conversation is in its life. Proposing another time and declining are steps and not statuses: the first
 * leaves a new proposal ({@link #INVITED}), the second returns to the window ({@link #PLANNED}).
 */
public enum ConversationStatus {
    /** A window in which it should happen. */
    PLANNED,
    /** One side proposed a slot; the other side answers. */
    INVITED,
    /** Both agree on a slot. */
    ACCEPTED,
    /** It took place. */
    HELD,
    /** There is a report that not both have confirmed yet. */
    RECORDED,
    /** Both confirmed the newest version of the report. */
    CONFIRMED,
    /** Done, with an agreement or a reasoned no-action. */
    CLOSED,
    /** It will not take place. */
    CANCELLED,
    /** The window passed without an answer; it can still be invited, late is better than never. */
    MISSED;

    /** Whether no step is expected any more. */
    public boolean ended() {
        return this == CLOSED || this == CANCELLED;
    }

    /** Whether it still has to take place. */
    public boolean ahead() {
        return this == PLANNED || this == INVITED || this == ACCEPTED || this == MISSED;
    }
}
