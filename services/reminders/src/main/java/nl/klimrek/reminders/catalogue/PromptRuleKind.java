package nl.klimrek.reminders.catalogue;

/** How binding a prompt is. */
public enum PromptRuleKind {
    /** Somebody else waits for the step. The person cannot switch it off, and the weekly cap does not hold it back. */
    DUTY,
    /** Helps the person themselves. */
    HELP,
    /** Tells of a change; looking is the step. */
    NOTICE
}
