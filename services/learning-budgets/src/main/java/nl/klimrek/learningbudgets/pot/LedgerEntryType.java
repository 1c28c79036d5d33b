package nl.klimrek.learningbudgets.pot;

/** The reason for a ledger entry. */
public enum LedgerEntryType {
    GRANTED,
    RESERVED,
    COMMITTED,
    SPENT,
    RELEASED,
    /** The pot's last day has passed. */
    EXPIRED,
    /** Moved from a pot of last year to that of this year: one entry in each. */
    CARRIED_OVER,
    /** A counter-entry, or the entry that comes in its place. The {@link CorrectionReason} says why. */
    CORRECTED
}
