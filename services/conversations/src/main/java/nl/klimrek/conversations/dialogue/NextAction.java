package nl.klimrek.conversations.dialogue;

import nl.klimrek.contracts.conversations.Side;

/** The one action that a conversation expects from a side next. */
public enum NextAction {
    /** Propose a slot. */
    FIND_A_TIME,
    /** Answer the slot the other side proposed. */
    ANSWER,
    /** Prepare; a slot is agreed on. */
    PREPARE,
    /** Say that it took place. */
    HOLD,
    /** Write the report. */
    RECORD,
    /** Confirm the newest version of the report. */
    CONFIRM,
    /** Close it. */
    CLOSE,
    /** Nothing, or wait for the other. */
    NOTHING;

    /** What is asked of a side now. */
    public static NextAction of(Conversation now, Side side) {
        return switch (now.status()) {
            case PLANNED, MISSED -> FIND_A_TIME;
            case INVITED -> now.appointment().requireProposal().by() == side ? NOTHING : ANSWER;
            case ACCEPTED -> now.preparations().of(side).isEmpty() ? PREPARE : HOLD;
            case HELD -> RECORD;
            case RECORDED -> now.reports().newest().confirmedBy().contains(side) ? NOTHING : CONFIRM;
            case CONFIRMED -> CLOSE;
            case CLOSED, CANCELLED -> NOTHING;
        };
    }
}
