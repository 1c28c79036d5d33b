package nl.klimrek.reminders.prompt;

/** Whether a further event asks again for a step. */
public enum Repetition {
    /** Each event asks again. */
    ALWAYS,
    /** No event asks again once the step was taken. */
    UNTIL_TAKEN,
    /** A person is asked once at most. */
    NEVER
}
