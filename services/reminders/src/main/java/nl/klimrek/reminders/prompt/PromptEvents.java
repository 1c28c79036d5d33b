package nl.klimrek.reminders.prompt;

import java.time.Instant;
import nl.klimrek.contracts.reminders.PromptCancelled;
import nl.klimrek.contracts.reminders.PromptScheduled;
import nl.klimrek.contracts.reminders.SuppressReason;

/** Builds the events that several steps of a prompt publish. */
final class PromptEvents {

    private PromptEvents() {}

    static PromptScheduled scheduled(Prompt prompt, Instant due) {
        return new PromptScheduled(
                prompt.id(), prompt.actor(), prompt.action(), prompt.subjectKind(), prompt.about(), due);
    }

    static PromptCancelled cancelled(Prompt prompt) {
        return new PromptCancelled(prompt.id(), prompt.actor(), SuppressReason.MOOT);
    }
}
