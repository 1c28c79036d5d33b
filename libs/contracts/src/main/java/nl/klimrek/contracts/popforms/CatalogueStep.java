package nl.klimrek.contracts.popforms;

/** What HR did to a catalogue. */
public enum CatalogueStep {
    /** Read a file. */
    IMPORTED,
    /** Wrote one entry. */
    WRITTEN,
    /** Removed one entry. */
    REMOVED
}
