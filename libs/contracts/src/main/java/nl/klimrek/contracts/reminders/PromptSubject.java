package nl.klimrek.contracts.reminders;

/** The kind of thing a prompt is about. */
public enum PromptSubject {
    CONVERSATION,
    AGREEMENT,
    BUDGET_REQUEST,
    FEEDBACK,
    HANDOVER,
    TEAM_DIALOGUE,
    CYCLE,
    GOAL,
    ACTIVITY,
    EVIDENCE,
    PLAN,
    BUDGET,
    COACHES,
    /** That one is a coach. */
    COACH,
    /** An address that gets facts about prompts. */
    WEBHOOK,
    /** A coach from outside. */
    EXTERNAL_COACH,
    /** A goal that somebody proposed. */
    GOAL_PROPOSAL
}
