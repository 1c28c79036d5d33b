package nl.klimrek.reminders.prompt;

import java.time.Instant;
import nl.klimrek.eventing.Decision;
import org.jspecify.annotations.Nullable;

/** What an event about a need does to its prompt: it asks for the step, or tells that the step was taken. */
public final class PromptScheduling {

    private PromptScheduling() {}

    /**
     * Schedules the prompt of a need. One that would be due only when it is obsolete is cancelled.
     *
     * @param before the prompt of this need; null when there is none
     * @param obsoleteAt moment from which the prompt makes no sense; null for no such moment
     */
    public static Decision<Prompt> schedule(
            @Nullable Prompt before,
            PromptNeed need,
            Instant dueAt,
            @Nullable Instant obsoleteAt,
            PromptProgress begin) {
        Instant due = Prompt.ceilToSecond(dueAt);
        if (before != null
                && (need.repeat() == Repetition.NEVER || before.taken() && need.repeat() == Repetition.UNTIL_TAKEN)) {
            return Decision.unchanged();
        }
        if (obsoleteAt != null && !due.isBefore(obsoleteAt)) {
            return before == null ? Decision.unchanged() : before.cancel();
        }
        int round =
                before == null ? 1 : before.status() == PromptStatus.SCHEDULED ? before.round() : before.round() + 1;
        Prompt next = of(need, PromptStatus.SCHEDULED, due, obsoleteAt, round, false, begin);
        return next.equals(before) ? Decision.unchanged() : Decision.accept(next, PromptEvents.scheduled(next, due));
    }

    /** Records that the step was taken, whether or not the prompt was sent. A prompt not yet sent is cancelled. */
    public static Decision<Prompt> stepTaken(@Nullable Prompt before, PromptNeed need) {
        boolean once = need.repeat() == Repetition.UNTIL_TAKEN;
        if (before == null) {
            return once
                    ? Decision.accept(of(need, PromptStatus.ACTED, null, null, 0, true, PromptProgress.NONE))
                    : Decision.unchanged();
        }
        if (before.isOptedOut()) {
            return Decision.accept(before.closed(PromptStatus.CANCELLED));
        }
        if (!before.status().isOpen()) {
            return before.taken() || !once ? Decision.unchanged() : Decision.accept(before.closed(before.status()));
        }
        return before.isWaiting()
                ? Decision.accept(before.closed(PromptStatus.ACTED), PromptEvents.acted(before))
                : Decision.accept(before.closed(PromptStatus.CANCELLED), PromptEvents.cancelled(before));
    }

    private static Prompt of(
            PromptNeed need,
            PromptStatus status,
            @Nullable Instant dueAt,
            @Nullable Instant obsoleteAt,
            int round,
            boolean taken,
            PromptProgress progress) {
        return new Prompt(
                need.promptId(),
                need.actor(),
                need.action(),
                need.subjectKind(),
                need.about(),
                status,
                dueAt,
                obsoleteAt,
                null,
                null,
                round,
                taken,
                progress);
    }
}
