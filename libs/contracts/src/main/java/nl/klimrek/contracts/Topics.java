package nl.klimrek.contracts;

/** The names of the topics for code; {@code infra/topics} declares each as a {@link TopicDefinition}. */
public final class Topics {

    public static final String HR_EMPLOYEES = "klimrek.hr.employees.v1";
    public static final String PEOPLE = "klimrek.people.v1";
    public static final String DIRECTORY = "klimrek.directory.v1";
    public static final String CONVERSATIONS = "klimrek.conversations.v1";
    public static final String POP_FORMS = "klimrek.pop-forms.v1";
    public static final String LEARNING_BUDGETS = "klimrek.learning-budgets.v1";
    public static final String REMINDERS = "klimrek.reminders.v1";
    public static final String CALENDAR_REPLIES = "klimrek.reminders.replies.v1";
    public static final String JOURNAL_CHECKPOINTS = "klimrek.journal.checkpoints.v1";

    private Topics() {}
}
