package nl.klimrek.reminders.catalogue;

/** Who took the step that an event is about. */
public enum StepBy {
    /** The employee. */
    EMPLOYEE,
    /** Somebody else. */
    OTHER
}
