package nl.klimrek.contracts.conversations;

/** What an external coach is invited to. */
public enum ExternalCoachScope {
    /** One conversation. */
    CONVERSATION,
    /** All conversations with this employee until a day. */
    TRACK
}
