package nl.klimrek.journal.store;

/** The stages of an append. A stop at each of them leaves another state behind. */
enum AppendStage {
    /** The entries of the previous append are stored. */
    SETTLED,
    /** The new entries are known; none of them is stored. */
    DEDUPLICATED,
    /** The head has advanced; its entries are stored only in it. */
    HEAD_ADVANCED,
    /** The entries are stored; the full tiles of the tree are only in the head. */
    ENTRIES_WRITTEN,
    /** Entries and tiles are stored; the offset is not committed. */
    WRITTEN
}
