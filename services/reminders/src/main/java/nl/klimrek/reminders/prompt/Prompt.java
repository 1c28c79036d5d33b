package nl.klimrek.reminders.prompt;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import nl.klimrek.contracts.reminders.Channel;
import nl.klimrek.contracts.reminders.PromptAction;
import nl.klimrek.contracts.reminders.PromptActed;
import nl.klimrek.contracts.reminders.PromptCancelled;
import nl.klimrek.contracts.reminders.PromptScheduled;
import nl.klimrek.contracts.reminders.PromptSent;
import nl.klimrek.contracts.reminders.PromptSnoozed;
import nl.klimrek.contracts.reminders.PromptSubject;
import nl.klimrek.contracts.reminders.PromptSuppressed;
import nl.klimrek.contracts.reminders.SuppressReason;
import nl.klimrek.eventing.Decision;

/**
 * One person is asked for one small step.
 *
 * <p>Guarantees: it is never sent before {@link #dueAt}, never after its step was taken or became moot, and once a
 * round; a new round begins when the same step is needed again.
 *
 * @param id follows from action, subject and actor, so that the same need is the same prompt
 * @param actor person id of the one who is asked
 * @param action the step
 * @param subjectKind kind of thing it is about
 * @param about id of that thing
 * @param status where it is in its life
 * @param dueAt when it may be sent at the earliest
 * @param claimedUntil while {@code SENDING}: until when its sender has it alone; else null
 * @param sentAt when it was sent in this round; null while it was not
 * @param round how many times the step was asked for, from 1
 */
public record Prompt(
        String id,
        String actor,
        PromptAction action,
        PromptSubject subjectKind,
        String about,
        PromptStatus status,
        Instant dueAt,
        Instant claimedUntil,
        Instant sentAt,
        int round) {

    /** A snooze is a pause, not a way to forget: at most this long. */
    public static final Duration LONGEST_SNOOZE = Duration.ofDays(31);

    /** The step is needed, from this moment on. */
    public static Decision<Prompt> schedule(Prompt before, PromptNeed need, Instant dueAt) {
        if (before != null && before.status == PromptStatus.SCHEDULED && before.dueAt.equals(second(dueAt))) {
            return Decision.unchanged();
        }
        int round = before == null ? 1 : before.status.isOpen() && before.sentAt == null ? before.round : before.round + 1;
        Prompt next = new Prompt(need.promptId(), need.actor(), need.action(), need.subjectKind(), need.about(),
                PromptStatus.SCHEDULED, second(dueAt), null, null, round);
        return Decision.accept(next, new PromptScheduled(
                next.id, next.actor, next.action, next.subjectKind, next.about, next.dueAt));
    }

    /** A sender takes it, when it is due and nobody else is sending it. */
    public Decision<Prompt> claim(Instant now, Duration lease) {
        boolean free = status == PromptStatus.SCHEDULED && !now.isBefore(dueAt)
                || status == PromptStatus.SENDING && !now.isBefore(claimedUntil);
        return free ? Decision.accept(with(PromptStatus.SENDING, dueAt, now.plus(lease), null)) : Decision.unchanged();
    }

    /** It was sent. */
    public Decision<Prompt> sent(Channel channel, String template, int templateVersion, Instant at) {
        if (status != PromptStatus.SENDING) {
            return Decision.unchanged();
        }
        return Decision.accept(with(PromptStatus.SENT, dueAt, null, at), new PromptSent(id, actor, channel, template, templateVersion));
    }

    /** Not now, because of this; it comes back at that moment. */
    public Decision<Prompt> postpone(SuppressReason reason, Instant until) {
        if (status != PromptStatus.SENDING) {
            return Decision.unchanged();
        }
        Prompt next = with(PromptStatus.SCHEDULED, until, null, null);
        return Decision.accept(next, new PromptSuppressed(id, actor, reason),
                new PromptScheduled(id, actor, action, subjectKind, about, next.dueAt));
    }

    /** Not at all, because of this. */
    public Decision<Prompt> suppress(SuppressReason reason) {
        return status.isOpen()
                ? Decision.accept(with(PromptStatus.SUPPRESSED, dueAt, null, sentAt), new PromptSuppressed(id, actor, reason))
                : Decision.unchanged();
    }

    /** The step was taken; when nobody had asked yet, asking is moot. */
    public Decision<Prompt> acted() {
        if (!status.isOpen()) {
            return Decision.unchanged();
        }
        return status == PromptStatus.SENT
                ? Decision.accept(with(PromptStatus.ACTED, dueAt, null, sentAt), new PromptActed(id, actor))
                : cancel();
    }

    /** The step is no longer needed. */
    public Decision<Prompt> cancel() {
        return status.isOpen()
                ? Decision.accept(with(PromptStatus.CANCELLED, dueAt, null, sentAt), new PromptCancelled(id, actor, SuppressReason.MOOT))
                : Decision.unchanged();
    }

    /** The actor wants to be asked again later. */
    public Decision<Prompt> snooze(Instant until, Instant now) {
        if (status != PromptStatus.SENT) {
            return Decision.refuse("prompt-not-open");
        }
        if (!until.isAfter(now) || until.isAfter(now.plus(LONGEST_SNOOZE))) {
            return Decision.refuse("snooze-out-of-range", "days", LONGEST_SNOOZE.toDays());
        }
        Prompt next = with(PromptStatus.SCHEDULED, until, null, null);
        return Decision.accept(next, new PromptSnoozed(id, actor, next.dueAt));
    }

    /** The actor does not want this prompt. */
    public Decision<Prompt> notForMe() {
        return status == PromptStatus.SENT ? suppress(SuppressReason.OPTED_OUT) : Decision.refuse("prompt-not-open");
    }

    /** When a clock has to look at it; null when never. */
    public Instant lookAt() {
        return switch (status) {
            case SCHEDULED -> dueAt;
            case SENDING -> claimedUntil;
            default -> null;
        };
    }

    private Prompt with(PromptStatus next, Instant due, Instant claimed, Instant sent) {
        return new Prompt(id, actor, action, subjectKind, about, next, second(due), claimed, sent, round);
    }

    private static Instant second(Instant moment) {
        Instant whole = moment.truncatedTo(ChronoUnit.SECONDS);
        return whole.equals(moment) ? whole : whole.plusSeconds(1);
    }
}
