package nl.klimrek.reminders.inbox;

import java.time.Instant;
import nl.klimrek.contracts.reminders.PromptAction;
import nl.klimrek.contracts.reminders.PromptSubject;
import nl.klimrek.reminders.prompt.PromptStatus;

/**
 * A prompt as its actor sees it.
 *
 * @param id id of the prompt
 * @param action the step
 * @param subjectKind kind of thing it is about
 * @param about id of that thing
 * @param dueAt when it was due
 * @param sentAt when it was sent
 * @param status where it is in its life
 * @param step what is asked, in the reader's language
 * @param why why it came, in the reader's language
 */
public record PromptView(
        String id,
        PromptAction action,
        PromptSubject subjectKind,
        String about,
        Instant dueAt,
        Instant sentAt,
        PromptStatus status,
        String step,
        String why) {}
