package nl.klimrek.contracts.conversations;

/** What a message to an external coach is for. */
public enum ExternalCoachMail {
    /** The invitation. */
    INVITATION,
    /** A new link, which the coach asked for. */
    SIGN_IN,
    /** Something changed in a conversation. */
    CHANGED,
    /** The account ended. */
    ENDED
}
