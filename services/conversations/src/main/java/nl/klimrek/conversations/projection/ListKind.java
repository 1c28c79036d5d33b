package nl.klimrek.conversations.projection;

/** What a list holds, and so whose it is. */
public enum ListKind {
    /** Feedback a person asked for. */
    FEEDBACK_ASKED,
    /** Feedback a person was asked to give. */
    FEEDBACK_TO_GIVE,
    /** Feedback shared in a conversation. */
    FEEDBACK_SHARED,
    /** Hand-overs of an employee, or to a new manager. */
    HANDOVERS,
    /** Dialogues of a team. */
    TEAM_DIALOGUES,
    /** Everybody who is or was a coach in an organisation. */
    COACHES,
    /** External coaches whom an employee invited. */
    EXTERNAL_COACHES
}
