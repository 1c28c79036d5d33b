package nl.klimrek.contracts.reminders;

/** The one small next step a prompt asks for. */
public enum PromptAction {
    PREPARE,
    ANSWER_INVITATION,
    HOLD,
    CONFIRM_REPORT,
    AGREEMENT_DUE,
    DECIDE_REQUEST,
    ARRANGE,
    CHOOSE_ANOTHER_TIME,
    SEE_ACCEPTANCE,
    SEE_CANCELLATION,
    ARRANGE_MISSED,
    WRITE_REPORT,
    AGREEMENT_OVERDUE,
    GIVE_FEEDBACK,
    READ_FEEDBACK,
    APPROVE_HANDOVER,
    RECEIVE_HANDOVER,
    INVITE_TEAM,
    JOIN_TEAM_DIALOGUE,
    SEE_TEAM_CANCELLATION,
    SEE_CYCLE,
    EVALUATE_GOAL,
    RESTART_GOAL,
    MAKE_ROOM,
    APPLY_LEARNING,
    RENEW_EVIDENCE,
    CONFIRM_PLAN,
    SEE_DECISION,
    HAND_IN_RECEIPT,
    USE_BUDGET,
    SEE_VALIDATION,
    USE_EXPIRING_BUDGET,
    SEE_EXHAUSTED_BUDGET,
    SEE_LOAD,
    FOLLOW_UP_SILENCE,
    CONSIDER_CAREER,
    /** Read that one is a coach now, and say what one helps with. */
    SEE_APPOINTMENT,
    /** Read that one is no coach any more. */
    SEE_APPOINTMENT_END,
    /** Read that a webhook was stopped, and why. */
    SEE_WEBHOOK,
    /** Read that a coach from outside accepted, and choose a time. */
    SEE_COACH_ACCEPTANCE,
    /** Read that a coach from outside takes no part, or no more. */
    SEE_COACH_END,
    /** Accept or decline a goal that somebody proposed. */
    CONSIDER_PROPOSAL,
    /** Read what became of a goal that one proposed. */
    SEE_PROPOSAL_ANSWER
}
