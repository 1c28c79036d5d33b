package nl.klimrek.learningbudgets.pot;

/** Where an amount of a pot can stand. */
public enum LedgerAccount {
    /** Whoever pays into the pot; what left it is what was granted. */
    FUNDING,
    /** Free to ask for. */
    AVAILABLE,
    /** Set aside for a request that waits for a decision. */
    RESERVED,
    /** Promised to an approved request. */
    COMMITTED,
    /** Gone, on receipt. */
    SPENT
}
