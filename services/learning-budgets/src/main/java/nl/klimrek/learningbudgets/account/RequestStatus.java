package nl.klimrek.learningbudgets.account;

/** The status of a request: {@code REQUESTED} → {@code APPROVED} → {@code SETTLED}, or an earlier end. */
public enum RequestStatus {
    /** Waits for a decision. Its shares are reserved. */
    REQUESTED,
    /** Its shares are committed. */
    APPROVED,
    REFUSED,
    /** Its shares are available again. */
    WITHDRAWN,
    /** Spent on receipt. The rest is available again. */
    SETTLED
}
