package nl.klimrek.contracts.popforms;

/** Alone or together. */
public enum LearningSetting {
    INDIVIDUAL,
    COLLECTIVE
}
