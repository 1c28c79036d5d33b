package nl.klimrek.reminders.inbox;

import java.time.Instant;
import nl.klimrek.contracts.reminders.PromptAction;
import nl.klimrek.contracts.reminders.PromptSubject;
import nl.klimrek.reminders.catalogue.PromptRuleKind;
import nl.klimrek.reminders.prompt.PromptStatus;
import org.jspecify.annotations.Nullable;

/**
 * A prompt as its actor sees it.
 *
 * @param action the step
 * @param subjectKind kind of the subject
 * @param about id of the subject
 * @param kind how binding it is
 * @param step the step in words, in the reader's language
 * @param why the reason for the prompt, in the reader's language
 * @param ownVersion version of the organisation's own words that step and reason are in; null for the built-in ones
 */
public record PromptView(
        String id,
        PromptAction action,
        PromptSubject subjectKind,
        String about,
        @Nullable Instant dueAt,
        @Nullable Instant sentAt,
        PromptStatus status,
        PromptRuleKind kind,
        String step,
        String why,
        @Nullable Integer ownVersion) {}
