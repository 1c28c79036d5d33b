package nl.klimrek.conversations.dialogue;

import nl.klimrek.contracts.conversations.CancelReason;
import nl.klimrek.eventing.Decision;

/** Whether the two who talk still stand to each other as when the conversation was planned. */
public enum Standing {
    STANDS,
    EMPLOYEE_LEFT,
    COUNTERPART_LEFT,
    MANAGER_CHANGED;

    /**
     * What becomes of a conversation. One that still has to take place is cancelled, with the reason. One that took place
     * stays: the employee finishes it alone, or it rests as it is when the employee left.
     */
    public Decision<Conversation> decide(Conversation now) {
        if (this == STANDS || now.status().ended()) {
            return Decision.unchanged();
        }
        if (now.status().ahead()) {
            return now.cancel(CancelReason.valueOf(name()), null);
        }
        return this == EMPLOYEE_LEFT ? Decision.unchanged() : now.part();
    }
}
