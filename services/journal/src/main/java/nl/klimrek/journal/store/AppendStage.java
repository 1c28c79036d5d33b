package nl.klimrek.journal.store;

/** The moments of an append at which an instance can stop; each leaves something else behind. */
enum AppendStage {
    /** The last append of whoever was here before is written everywhere. */
    SETTLED,
    /** It is known what is new; nothing of it is stored. */
    SORTED_OUT,
    /** The head has moved; its entries are stored in it and nowhere else. */
    HEAD_MOVED,
    /** The entries are stored; the broker has not been told. */
    WRITTEN
}
