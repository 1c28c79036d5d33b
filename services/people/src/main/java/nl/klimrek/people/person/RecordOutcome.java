package nl.klimrek.people.person;

/** What became of one HR record. Every record has exactly one outcome. */
public enum RecordOutcome {
    /** The person is on the roster now and was not known before. */
    NEW,
    /** At least one fact about the person is different now. */
    CHANGED,
    /** The record repeats what is known. */
    UNCHANGED,
    /** The record is kept for the day from which it holds, or for the person's first day of employment. */
    ANNOUNCED,
    /** Everything in the record that differs from what is known was replaced by a record the source said later. */
    SUPERSEDED,
    /** The record waits in quarantine or for an answer of HR. */
    SET_ASIDE
}
