package nl.klimrek.contracts.people;

/** Why an HR record was set aside. */
public enum QuarantineReason {
    MALFORMED,
    UNKNOWN_TYPE,
    UNKNOWN_SOURCE,
    WRONG_ORGANISATION,
    MISSING_FIELD,
    INVALID_FIELD,
    IMPOSSIBLE_DATES,
    UNKNOWN_EMPLOYEE,
    CYCLE_IN_HIERARCHY,
    TOO_LARGE,
    CONFLICT
}
