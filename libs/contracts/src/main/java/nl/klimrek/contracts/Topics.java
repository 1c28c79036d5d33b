package nl.klimrek.contracts;

import java.util.List;

/** The names of the topics; what each is for, and who reads it, stands in its {@link TopicDefinition}. */
public final class Topics {

    public static final String HR_EMPLOYEES = "klimrek.hr.employees.v1";
    public static final String PEOPLE = "klimrek.people.v1";
    public static final String DIRECTORY = "klimrek.directory.v1";
    public static final String CONVERSATIONS = "klimrek.conversations.v1";
    public static final String POP_FORMS = "klimrek.pop-forms.v1";
    public static final String LEARNING_BUDGETS = "klimrek.learning-budgets.v1";
    public static final String REMINDERS = "klimrek.reminders.v1";
    public static final String JOURNAL_CHECKPOINTS = "klimrek.journal.checkpoints.v1";

    /** Every topic, the inbound one first. */
    public static final List<String> ALL = List.of(
            HR_EMPLOYEES,
            PEOPLE,
            DIRECTORY,
            CONVERSATIONS,
            POP_FORMS,
            LEARNING_BUDGETS,
            REMINDERS,
            JOURNAL_CHECKPOINTS);

    private Topics() {}
}
