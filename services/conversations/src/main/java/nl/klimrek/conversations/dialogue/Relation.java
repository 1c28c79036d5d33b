package nl.klimrek.conversations.dialogue;

/** Why the counterpart is the one to talk with. */
public enum Relation {
    /** The employee's manager; ends with that relation. */
    LINE,
    /** A coach or another person outside the line, whom the employee chose for a career conversation. */
    OUTSIDE
}
