package nl.klimrek.conversations.dialogue;

/** What became of an agreement. */
public enum AgreementState {
    OPEN,
    KEPT,
    DROPPED
}
