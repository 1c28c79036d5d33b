package nl.klimrek.reminders.prompt;

/** The status of a prompt. */
public enum PromptStatus {
    /** Waits until it is due. */
    SCHEDULED,
    /** A sender has claimed it. When the claim ends, another may. */
    SENDING,
    /** Sent; waits for the step. */
    SENT,
    /** The step was taken. */
    ACTED,
    /** The step is no longer needed. */
    CANCELLED,
    /** Not sent, or declined, for a recorded reason. */
    SUPPRESSED;

    boolean isOpen() {
        return this == SCHEDULED || this == SENDING || this == SENT;
    }
}
