package nl.klimrek.reminders.prompt;

import java.util.Locale;

import nl.klimrek.contracts.reminders.PromptAction;
import nl.klimrek.contracts.reminders.PromptSubject;

/**
 * A step that somebody has to take.
 *
 * @param actor person id of the one who has to
 * @param action the step
 * @param subjectKind kind of thing it is about
 * @param about id of that thing
 */
public record PromptNeed(String actor, PromptAction action, PromptSubject subjectKind, String about) {

    /** The same need is the same prompt. */
    public String promptId() {
        return code(action) + ":" + about + ":" + actor;
    }

    /** Whether the step, once taken, need not be taken again however often the rest is arranged anew. */
    boolean oncePerSubject() {
        return action == PromptAction.PREPARE;
    }

    static String code(PromptAction action) {
        return action.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
