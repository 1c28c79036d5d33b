package nl.klimrek.portal.me;

import java.time.Instant;
import nl.klimrek.contracts.reminders.PromptAction;
import nl.klimrek.contracts.reminders.PromptSubject;

/**
 * A prompt as the reminders service answers it.
 *
 * @param action      its action; null when this portal does not know it
 * @param subjectKind what it is about; null when this portal does not know it
 * @param step        the same in the reader's language
 * @param why         why it waits, in the reader's language
 */
public record PromptResponse(
        String id,
        PromptAction action,
        PromptSubject subjectKind,
        String about,
        Instant dueAt,
        String status,
        String step,
        String why) {}
