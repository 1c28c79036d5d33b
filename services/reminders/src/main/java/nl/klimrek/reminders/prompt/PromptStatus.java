package nl.klimrek.reminders.prompt;

/** The status of a prompt. */
public enum PromptStatus {
    /** Waits until it is due. */
    SCHEDULED,
    /** A sender has claimed it. When the claim ends, another may. */
    SENDING,
    /** Sent; waits for the step. */
    SENT,
    /** A person was asked to look, after the last message of a series; still waits for the step. */
    ESCALATED,
    /** The step was taken. */
    ACTED,
    /** The step is no longer needed. */
    CANCELLED,
    /** Not sent, or declined, for a recorded reason. */
    SUPPRESSED;

    /** Whether a message was sent and the step is still open. */
    public boolean isWaiting() {
        return this == SENT || this == ESCALATED;
    }

    boolean isOpen() {
        return this == SCHEDULED || this == SENDING || isWaiting();
    }
}
