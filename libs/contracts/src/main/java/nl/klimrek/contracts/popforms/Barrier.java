package nl.klimrek.contracts.popforms;

/** What keeps a goal from moving. */
public enum Barrier {
    TIME,
    MONEY,
    CONFIDENCE,
    NO_URGENCY,
    MANAGER_SUPPORT,
    UNCLEAR_OFFER,
    PRIVATE,
    OTHER
}
