package nl.klimrek.contracts.reminders;

import java.time.Instant;
import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.Topics;

/**
 * Somebody will be asked for one small step.
 *
 * @param prompt id of the prompt
 * @param actor person id of the one who is asked
 * @param action the step
 * @param subjectKind kind of thing it is about
 * @param about id of that thing
 * @param dueAt when it will be sent at the earliest
 */
@EventContract(type = "nl.klimrek.reminders.prompt-scheduled.v1", topic = Topics.REMINDERS)
public record PromptScheduled(
        String prompt, String actor, PromptAction action, PromptSubject subjectKind, String about, Instant dueAt) {}
