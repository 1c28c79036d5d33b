package nl.klimrek.contracts.reminders;

/** The one small next step a prompt asks for. */
public enum PromptAction {
    PREPARE,
    ANSWER_INVITATION,
    HOLD,
    CONFIRM_REPORT,
    AGREEMENT_DUE,
    DECIDE_REQUEST
}
