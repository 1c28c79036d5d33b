package nl.klimrek.reminders.catalogue;

/** The kinds of prompts as a person chooses between them. */
public enum PromptGroup {
    CONVERSATIONS,
    AGREEMENTS,
    FEEDBACK,
    TEAM,
    PLAN,
    BUDGETS
}
