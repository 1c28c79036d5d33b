package nl.klimrek.contracts.conversations;

/** Why a conversation was cancelled. */
public enum CancelReason {
    EMPLOYEE_LEFT,
    COUNTERPART_LEFT,
    MANAGER_CHANGED,
    NO_LONGER_NEEDED,
    COACH_ENDED
}
