package nl.klimrek.learningbudgets.pot;

/** The accounts of a pot's double-entry ledger. */
public enum LedgerAccount {
    /** The funding source. Its debit is the granted amount. */
    FUNDING,
    /** Free to request. */
    AVAILABLE,
    /** Set aside for a request that waits for a decision. */
    RESERVED,
    /** Promised to an approved request. */
    COMMITTED,
    /** Spent on receipt. */
    SPENT
}
