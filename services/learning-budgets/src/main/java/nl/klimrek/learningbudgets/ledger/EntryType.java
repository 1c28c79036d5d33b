package nl.klimrek.learningbudgets.ledger;

/** Why an amount moved. */
public enum EntryType {
    GRANTED,
    RESERVED,
    COMMITTED,
    SPENT,
    RELEASED
}
