package nl.klimrek.servicekit.imports.job;

/** The outcome of one row. Every row has exactly one. */
public enum RowOutcome {
    NEW,
    CHANGED,
    UNCHANGED,
    ANNOUNCED,
    SUPERSEDED,
    SET_ASIDE
}
