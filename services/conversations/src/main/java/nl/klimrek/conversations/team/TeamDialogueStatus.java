package nl.klimrek.conversations.team;

/** Where a team's dialogue rests. */
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
