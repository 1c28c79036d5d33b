package nl.klimrek.contracts.conversations;

/** About now or about the future. */
public enum Horizon {
    NOW,
    FUTURE
}
