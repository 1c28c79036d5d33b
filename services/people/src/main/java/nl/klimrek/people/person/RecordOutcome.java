package nl.klimrek.people.person;

/** The outcome of one HR record. Every record has exactly one. */
public enum RecordOutcome {
    /** The person is on the roster now and was not known before. */
    NEW,
    /** At least one fact about the person is different now. */
    CHANGED,
    /** The record repeats what is known. */
    UNCHANGED,
    /** The record is kept for the day from which it holds, or for the person's first day of employment. */
    ANNOUNCED,
    /** A later statement of the source replaces everything in which the record differs. */
    SUPERSEDED,
    /** The record waits in quarantine or for an answer of HR. */
    SET_ASIDE
}
