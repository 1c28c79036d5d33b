package nl.klimrek.contracts.conversations;

/** Why a reply by calendar mail did not become a step. */
public enum ReplyRefusal {
    /** The person has another conversation at that time. */
    SLOT_TAKEN,
    /** The other side has no time then. */
    SLOT_TAKEN_OTHER,
    /** The time is outside the window, the working days or the working hours of one of the two. */
    SLOT_OUTSIDE,
    /** The time has passed. */
    SLOT_PAST,
    /** Another slot was proposed or agreed on since, or the slot fell away. */
    SUPERSEDED,
    /** The person does not take part in this conversation any more. */
    NOT_PARTICIPANT,
    /** Another rule of the conversation refuses it. */
    OTHER
}
