package nl.klimrek.conversations.team;

/** The status of a team dialogue. */
public enum TeamDialogueStatus {
    PLANNED,
    INVITED,
    HELD,
    CLOSED,
    CANCELLED;

    /** Whether it still has to take place. */
    boolean ahead() {
        return this == PLANNED || this == INVITED;
    }
}
