package nl.klimrek.conversations.handover;

/** What the employee decided. */
public enum HandoverStatus {
    /** Not decided yet; only what moves by itself goes along. */
    OPEN,
    /** The packet may be read by the new manager. */
    APPROVED,
    /** Only what moves by itself goes along. */
    WITHHELD
}
