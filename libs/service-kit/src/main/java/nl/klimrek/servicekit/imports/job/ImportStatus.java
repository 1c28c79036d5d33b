package nl.klimrek.servicekit.imports.job;

/** The progress of an import. */
public enum ImportStatus {
    /** The file is coming in. */
    RECEIVING,
    /** The file is stored; the import waits for its turn. */
    QUEUED,
    RUNNING,
    /** Every row has a result. */
    DONE,
    /** The file was refused as a whole. */
    REFUSED
}
