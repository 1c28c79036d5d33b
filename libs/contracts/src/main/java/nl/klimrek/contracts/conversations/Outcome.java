package nl.klimrek.contracts.conversations;

/** How a conversation closed. */
public enum Outcome {
    AGREEMENTS,
    NO_ACTION
}
