package nl.klimrek.contracts.reminders;

import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.Topics;
import org.jspecify.annotations.Nullable;

/**
 * A series of messages ended in silence; a person is asked to look, and no more messages follow.
 *
 * @param prompt id of the prompt
 * @param actor person id of the one who was asked
 * @param action the step that was asked for
 * @param subjectKind kind of thing it is about
 * @param about id of that thing
 * @param to person id of the one who is asked to look; absent when that is HR (may be null)
 */
@EventContract(type = "nl.klimrek.reminders.prompt-escalated.v1", topic = Topics.REMINDERS)
public record PromptEscalated(
        String prompt,
        String actor,
        PromptAction action,
        PromptSubject subjectKind,
        String about,
        @Nullable String to) {}
