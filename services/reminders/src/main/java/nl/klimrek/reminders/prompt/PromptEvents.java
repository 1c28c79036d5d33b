package nl.klimrek.reminders.prompt;

import java.time.Instant;
import nl.klimrek.contracts.reminders.PromptActed;
import nl.klimrek.contracts.reminders.PromptCancelled;
import nl.klimrek.contracts.reminders.PromptEscalated;
import nl.klimrek.contracts.reminders.PromptIgnored;
import nl.klimrek.contracts.reminders.PromptScheduled;
import nl.klimrek.contracts.reminders.PromptSnoozed;
import nl.klimrek.contracts.reminders.SuppressReason;
import org.jspecify.annotations.Nullable;

/** Builds the events that several steps of a prompt publish. */
final class PromptEvents {

    private PromptEvents() {}

    static PromptScheduled scheduled(Prompt prompt, Instant due) {
        return new PromptScheduled(
                prompt.id(), prompt.actor(), prompt.action(), prompt.subjectKind(), prompt.about(), due);
    }

    static PromptActed acted(Prompt prompt) {
        return prompt.progress().templateVersion() == 0
                ? new PromptActed(prompt.id(), prompt.actor(), null, null, null)
                : new PromptActed(
                        prompt.id(),
                        prompt.actor(),
                        prompt.lastTemplate(),
                        prompt.progress().templateOrNull(),
                        prompt.progress().ruleOrNull());
    }

    static PromptSnoozed snoozed(Prompt prompt, Instant until) {
        return prompt.progress().templateVersion() == 0
                ? new PromptSnoozed(prompt.id(), prompt.actor(), until, null, null, null)
                : new PromptSnoozed(
                        prompt.id(),
                        prompt.actor(),
                        until,
                        prompt.lastTemplate(),
                        prompt.progress().templateOrNull(),
                        prompt.progress().ruleOrNull());
    }

    static PromptIgnored ignored(Prompt prompt) {
        return new PromptIgnored(
                prompt.id(),
                prompt.actor(),
                prompt.progress().silences() + 1,
                prompt.lastTemplate(),
                prompt.progress().templateOrNull(),
                prompt.progress().ruleOrNull());
    }

    static PromptEscalated escalated(Prompt prompt, @Nullable String to) {
        return new PromptEscalated(
                prompt.id(), prompt.actor(), prompt.action(), prompt.subjectKind(), prompt.about(), to);
    }

    static PromptCancelled cancelled(Prompt prompt) {
        return new PromptCancelled(prompt.id(), prompt.actor(), SuppressReason.MOOT);
    }
}
