package nl.klimrek.conversations.dialogue;

/** Why the counterpart is the one to talk with. */
public enum Relation {
    /** The employee's manager; ends with that relation. */
    LINE,
    /** Another person outside the line, whom the employee chose for a career conversation. */
    OUTSIDE,
    /** A coach on the register, whom the employee chose for a career conversation; ends with the appointment. */
    COACH,
    /** Somebody from outside, whom the employee invited; ends with that one's account. */
    EXTERNAL;

    /** Whether nobody in the line, nor HR, learns more than that time is needed. */
    public boolean outsideTheLine() {
        return this != LINE;
    }
}
