package nl.klimrek.reminders.prompt;

import java.time.Instant;
import nl.klimrek.eventing.Decision;
import org.jspecify.annotations.Nullable;

/** What follows when nothing followed upon a message. */
final class PromptSilence {

    private PromptSilence() {}

    static Decision<Prompt> followUp(Prompt prompt, int messages, @Nullable String to, Instant now) {
        if (isEarly(prompt, now)) {
            return Decision.unchanged();
        }
        PromptProgress progress = prompt.progress();
        if (prompt.isObsolete(now)) {
            return messages > 0 && prompt.status() == PromptStatus.SENT
                    ? Decision.accept(prompt.with(progress.silent(null)), PromptEvents.ignored(prompt))
                            .then(Prompt::cancel)
                    : prompt.cancel();
        }
        if (messages == 0 || prompt.status() == PromptStatus.ESCALATED) {
            return Decision.accept(prompt.with(progress.waits(prompt.obsoleteAt())));
        }
        if (progress.silences() + 1 < messages) {
            Instant due = Prompt.ceilToSecond(now);
            Prompt next = prompt.with(PromptStatus.SCHEDULED, due, null, prompt.sentAt())
                    .inRound(prompt.round() + 1)
                    .with(progress.silent(null));
            return Decision.accept(next, PromptEvents.ignored(prompt), PromptEvents.scheduled(next, due));
        }
        return Decision.accept(
                prompt.with(PromptStatus.ESCALATED, prompt.dueAt(), null, prompt.sentAt())
                        .with(progress.silent(prompt.obsoleteAt())),
                PromptEvents.ignored(prompt),
                PromptEvents.escalated(prompt, to));
    }

    static Decision<Prompt> waitUntil(Prompt prompt, Instant later, Instant now) {
        if (isEarly(prompt, now)) {
            return Decision.unchanged();
        }
        PromptProgress progress = prompt.progress();
        return prompt.isObsolete(now)
                ? prompt.cancel()
                : Decision.accept(prompt.with(progress.waits(Prompt.firstOf(later, prompt.obsoleteAt()))));
    }

    private static boolean isEarly(Prompt prompt, Instant now) {
        Instant at = prompt.progress().followUpAt();
        return !prompt.status().isWaiting() || at == null || now.isBefore(at);
    }
}
