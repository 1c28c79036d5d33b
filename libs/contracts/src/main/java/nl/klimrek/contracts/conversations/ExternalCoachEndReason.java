package nl.klimrek.contracts.conversations;

/** Why the account of an external coach ended. */
public enum ExternalCoachEndReason {
    /** The conversation is over. */
    COMPLETED,
    /** The last day has passed. */
    LAST_DAY,
    /** The employee withdrew the invitation. */
    WITHDRAWN,
    /** The coach declined the invitation. */
    DECLINED,
    /** The invitation was not accepted in time. */
    NOT_ACCEPTED,
    /** The address takes no mail. */
    UNDELIVERABLE,
    /** The coach stopped. */
    STOPPED,
    /** The employee left. */
    EMPLOYEE_LEFT
}
