package nl.klimrek.conversations.dialogue.agreement;

/** What became of an agreement. */
public enum AgreementState {
    OPEN,
    KEPT,
    DROPPED
}
