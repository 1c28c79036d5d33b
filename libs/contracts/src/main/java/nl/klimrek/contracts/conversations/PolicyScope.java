package nl.klimrek.contracts.conversations;

/** Whom a part of a policy is for. */
public enum PolicyScope {
    ORGANISATION,
    TEAM,
    JOB_FAMILY,
    PERSON
}
