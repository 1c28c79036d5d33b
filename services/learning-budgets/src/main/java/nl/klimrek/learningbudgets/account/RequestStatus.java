package nl.klimrek.learningbudgets.account;

/** Where a request is in its life: {@code REQUESTED} → {@code APPROVED} → {@code SETTLED}, or an end before that. */
public enum RequestStatus {
    /** Waits for a decision; its shares are reserved. */
    REQUESTED,
    /** Its shares are committed. */
    APPROVED,
    REFUSED,
    /** Taken back; its shares are available again. */
    WITHDRAWN,
    /** Spent on receipt; what was not needed is available again. */
    SETTLED
}
