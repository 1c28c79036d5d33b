package nl.klimrek.reminders.prompt;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
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

    /** The same need is the same prompt. As short as an id in a fact must be, however long what it is about is called. */
    public String promptId() {
        byte[] need = (about + "\0" + actor).getBytes(StandardCharsets.UTF_8);
        return code(action) + ":" + UUID.nameUUIDFromBytes(need);
    }

    /** Whether the step, once taken, need not be taken again however often the rest is arranged anew. */
    boolean oncePerSubject() {
        return action == PromptAction.PREPARE;
    }

    static String code(PromptAction action) {
        return action.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
