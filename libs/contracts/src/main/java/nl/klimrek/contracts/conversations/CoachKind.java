package nl.klimrek.contracts.conversations;

/** What kind of coach somebody is. */
public enum CoachKind {
    CAREER_COACH,
    LEARNING_AMBASSADOR,
    TRAINING_ADVISER
}
