package nl.klimrek.contracts.conversations;

/** Repairing, preventing or building on strengths. */
public enum Approach {
    CURATIVE,
    PREVENTIVE,
    AMPLITIVE
}
