package nl.klimrek.conversations.feedback;

/** The status of a feedback request. */
public enum FeedbackStatus {
    /** The colleague can answer. */
    ASKED,
    /** Answered; only the employee reads it, and whom the employee shares it with. */
    GIVEN,
    /** The colleague will not answer, and need not say why. */
    DECLINED,
    /** The employee took the question back. */
    WITHDRAWN
}
