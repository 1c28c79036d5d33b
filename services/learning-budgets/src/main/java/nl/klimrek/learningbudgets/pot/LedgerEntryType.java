package nl.klimrek.learningbudgets.pot;

/** The reason for a ledger entry. */
public enum LedgerEntryType {
    GRANTED,
    RESERVED,
    COMMITTED,
    SPENT,
    RELEASED
}
