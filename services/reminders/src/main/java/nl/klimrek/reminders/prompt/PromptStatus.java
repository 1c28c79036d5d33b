package nl.klimrek.reminders.prompt;

/** Where a prompt is in its life. */
public enum PromptStatus {
    /** Waits for its moment. */
    SCHEDULED,
    /** Somebody is sending it; when that takes too long another may. */
    SENDING,
    /** Was sent, and waits for the step. */
    SENT,
    /** The step was taken. */
    ACTED,
    /** The step is no longer needed. */
    CANCELLED,
    /** Will not be sent, and why is known. */
    SUPPRESSED;

    boolean isOpen() {
        return this == SCHEDULED || this == SENDING || this == SENT;
    }
}
