package nl.klimrek.learningbudgets.pot;

/**
 * The accounts of a pot's double-entry ledger. {@link #FUNDING} and {@link #SHORTFALL} are where amounts come from; all others
 * hold amounts. The sum over all accounts of a pot is zero after each entry.
 */
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
    SPENT,
    /** Not used before the pot's last day. */
    EXPIRED,
    /** Moved to the pot of the next year. */
    CARRIED_OVER,
    /** Set aside, promised or spent above a grant that was reduced later. Its debit is what HR still decides about. */
    SHORTFALL
}
