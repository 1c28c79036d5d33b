package nl.klimrek.servicekit.imports.job;

/** What became of one row. Every row has exactly one outcome. */
public enum RowOutcome {
    NEW,
    CHANGED,
    UNCHANGED,
    ANNOUNCED,
    SUPERSEDED,
    SET_ASIDE
}
