package nl.klimrek.reminders.prompt;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import nl.klimrek.contracts.reminders.PromptAction;
import nl.klimrek.contracts.reminders.PromptSubject;

/**
 * A person's need to take a step.
 *
 * @param actor person id
 * @param action the step
 * @param subjectKind kind of the subject
 * @param about id of the subject
 * @param repeat whether a further event asks again
 */
public record PromptNeed(
        String actor, PromptAction action, PromptSubject subjectKind, String about, Repetition repeat) {

    /** A need that each event asks about again. */
    public PromptNeed(String actor, PromptAction action, PromptSubject subjectKind, String about) {
        this(actor, action, subjectKind, about, Repetition.ALWAYS);
    }

    /** The id of the prompt for this need. It fits the length of ids in events, whatever the length of the subject's id. */
    public String promptId() {
        byte[] need = (about + "\0" + actor).getBytes(StandardCharsets.UTF_8);
        return code(action) + ":" + UUID.nameUUIDFromBytes(need);
    }

    /** The name of an action's texts, such as {@code answer-invitation}. */
    public static String code(PromptAction action) {
        return action.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
