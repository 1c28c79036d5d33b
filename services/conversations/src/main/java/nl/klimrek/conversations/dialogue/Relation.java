package nl.klimrek.conversations.dialogue;

/** What makes the counterpart the one to talk with. */
public enum Relation {
    /** The employee's manager; ends with that relation. */
    LINE,
    /** A coach or somebody else outside the line, whom the employee chose for a career conversation. */
    OUTSIDE
}
