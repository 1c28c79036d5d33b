package nl.klimrek.reminders.catalogue;

/** The person who is asked to look when a series of messages ends in silence. */
public enum EscalationTarget {
    /** The other side of the conversation. */
    OTHER_SIDE,
    /** The manager of the person who was asked; HR when there is none. */
    MANAGER,
    /** HR of the organisation. */
    HR
}
