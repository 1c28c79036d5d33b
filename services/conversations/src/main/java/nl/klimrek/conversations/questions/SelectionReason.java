package nl.klimrek.conversations.questions;

/** Why a question is on a questionnaire. The message bundles explain each reason. */
public enum SelectionReason {
    /** The heart is never skipped. */
    HEART,
    /** Earlier talks of these two leaned one way; this one adds what they lacked. Its tag says what. */
    HISTORY,
    /** It adds something that the set does not have yet. Its tag says what. */
    BALANCE,
    /** It leaves as much open as this person likes. */
    MODE,
    /** The organisation's template has it. */
    TEMPLATE,
    /** It came in place of one that was swapped. */
    SWAPPED
}
