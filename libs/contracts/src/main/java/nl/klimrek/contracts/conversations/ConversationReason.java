package nl.klimrek.contracts.conversations;

/** Why a conversation was planned. */
public enum ConversationReason {
    CADENCE,
    JOINED,
    ROLE_CHANGED,
    MANAGER_CHANGED,
    GOAL_STALLED,
    AGREEMENT_OVERDUE,
    BUDGET_UNUSED,
    CERTIFICATE_EXPIRING,
    REORGANISATION,
    SCAN_COMPLETED,
    ABSENCE_ENDED,
    ASKED,
    IMPORTED,
    LEAVING
}
