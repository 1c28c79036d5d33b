package nl.klimrek.learningbudgets.pot;

/** Why an amount moved. */
public enum LedgerEntryType {
    GRANTED,
    RESERVED,
    COMMITTED,
    SPENT,
    RELEASED
}
