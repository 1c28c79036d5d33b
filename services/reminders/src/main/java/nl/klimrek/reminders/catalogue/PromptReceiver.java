package nl.klimrek.reminders.catalogue;

import java.util.List;

/** Whom a rule means, read from its event. */
public enum PromptReceiver {
    /** The employee. */
    EMPLOYEE("employee"),
    /** The one the employee talks with. */
    COUNTERPART("counterpart"),
    /** Both sides of a conversation. */
    BOTH("employee", "counterpart"),
    /** The side that took the step. */
    SIDE("by", "employee", "counterpart"),
    /** The side that did not take the step. */
    OTHER_SIDE("by", "employee", "counterpart"),
    /** Both sides, except the person who took the step. */
    OTHERS("employee", "counterpart"),
    /** The person who took the step. */
    ACTOR,
    /** The colleague who was asked for feedback. */
    COLLEAGUE("colleague"),
    /** The current manager of the employee; a new manager replaces the former one. */
    MANAGER("employee"),
    /** The manager whom the event names. */
    NAMED_MANAGER("manager"),
    /** The members of a team at that moment. */
    TEAM("team"),
    /** The person who leads a team dialogue. */
    FACILITATOR("facilitator"),
    /** The coach whom the event names. */
    COACH("coach"),
    /** The person who proposed the goal. */
    PROPOSER("proposer"),
    /** The person who looks after the webhook. */
    KEEPER("keeper"),
    /** The person to whom a silence was escalated. */
    TO("to"),
    /** Everybody whom this rule asked about the same subject. */
    ASKED;

    private final List<String> fields;

    PromptReceiver(String... fields) {
        this.fields = List.of(fields);
    }

    /** The fields that an event needs for this receiver. */
    List<String> fields() {
        return fields;
    }
}
