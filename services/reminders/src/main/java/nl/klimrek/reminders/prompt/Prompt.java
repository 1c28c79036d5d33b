package nl.klimrek.reminders.prompt;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import nl.klimrek.contracts.reminders.Channel;
import nl.klimrek.contracts.reminders.PromptActed;
import nl.klimrek.contracts.reminders.PromptAction;
import nl.klimrek.contracts.reminders.PromptCancelled;
import nl.klimrek.contracts.reminders.PromptRestored;
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
 * <p>Guarantees: it is never sent before {@link #dueAt}, never from {@link #mootAt} on, never after its step was taken or
 * became moot, and once a round; a new round begins when the same step is needed again, or was put off.
 *
 * @param id follows from action, subject and actor, so that the same need is the same prompt
 * @param actor person id of the one who is asked
 * @param action the step
 * @param subjectKind kind of thing it is about
 * @param about id of that thing
 * @param status where it is in its life
 * @param dueAt when it may be sent at the earliest; null when it was never asked
 * @param mootAt from when asking makes no sense any more; null when it always does
 * @param claim while {@code SENDING}: whose it is to send; else null
 * @param sentAt when it was sent in this round; null while it was not
 * @param round how many times the step was asked for, from 1; 0 when never
 * @param taken whether the step was taken since it was last needed
 */
public record Prompt(
        String id,
        String actor,
        PromptAction action,
        PromptSubject subjectKind,
        String about,
        PromptStatus status,
        Instant dueAt,
        Instant mootAt,
        SendingClaim claim,
        Instant sentAt,
        int round,
        boolean taken) {

    /** A snooze is a pause, not a way to forget: at most this long. */
    public static final Duration LONGEST_SNOOZE = Duration.ofDays(31);

    /**
     * The step is needed, from a moment on.
     *
     * @param before the prompt of this need so far; null when there is none
     * @param mootAt from when asking makes no sense any more; null when it always does
     */
    public static Decision<Prompt> schedule(Prompt before, PromptNeed need, Instant dueAt, Instant mootAt) {
        Instant due = second(dueAt);
        if (before != null && before.taken && need.oncePerSubject()) {
            return Decision.unchanged();
        }
        if (mootAt != null && !due.isBefore(mootAt)) {
            return before == null ? Decision.unchanged() : before.cancel();
        }
        int round = before == null ? 1 : before.status == PromptStatus.SCHEDULED ? before.round : before.round + 1;
        Prompt next = of(need, PromptStatus.SCHEDULED, due, mootAt, round, false);
        return next.equals(before) ? Decision.unchanged() : Decision.accept(next, next.scheduled());
    }

    /** The step was taken, whether or not it was asked for; when nobody had asked yet, asking is moot. */
    public static Decision<Prompt> acted(Prompt before, PromptNeed need) {
        if (before == null) {
            return need.oncePerSubject()
                    ? Decision.accept(of(need, PromptStatus.ACTED, null, null, 0, true))
                    : Decision.unchanged();
        }
        if (before.isOptedOut()) {
            return Decision.accept(before.settled(PromptStatus.CANCELLED));
        }
        if (!before.status.isOpen()) {
            return before.taken || !need.oncePerSubject()
                    ? Decision.unchanged()
                    : Decision.accept(before.settled(before.status));
        }
        return before.status == PromptStatus.SENT
                ? Decision.accept(before.settled(PromptStatus.ACTED), new PromptActed(before.id, before.actor))
                : Decision.accept(before.settled(PromptStatus.CANCELLED), before.cancelled());
    }

    /** A sender takes it, when it is due and nobody else is sending it; too late to make sense, it is cancelled instead. */
    public Decision<Prompt> claim(SendingClaim mine, Instant now) {
        boolean free = status == PromptStatus.SCHEDULED && !now.isBefore(dueAt)
                || status == PromptStatus.SENDING && claim.ended(now);
        if (!free) {
            return Decision.unchanged();
        }
        return mootAt != null && !now.isBefore(mootAt)
                ? cancel()
                : Decision.accept(with(PromptStatus.SENDING, dueAt, mine, null));
    }

    /** Whether this claim is the one that may send it. */
    public boolean isClaimedBy(SendingClaim mine) {
        return status == PromptStatus.SENDING && claim.by().equals(mine.by());
    }

    /** The sender could not send it: any sender may claim it again at once. */
    public Decision<Prompt> release(SendingClaim mine) {
        return isClaimedBy(mine)
                ? Decision.accept(with(PromptStatus.SCHEDULED, dueAt, null, null))
                : Decision.unchanged();
    }

    /** It was sent. */
    public Decision<Prompt> sent(Channel channel, int templateVersion, Instant at) {
        return status == PromptStatus.SENDING
                ? Decision.accept(
                        with(PromptStatus.SENT, dueAt, null, at),
                        new PromptSent(id, actor, channel, template(), templateVersion))
                : Decision.unchanged();
    }

    /** Not now, because of this; it comes back at that moment. */
    public Decision<Prompt> postpone(SuppressReason reason, Instant until) {
        if (status != PromptStatus.SENDING) {
            return Decision.unchanged();
        }
        Prompt next = with(PromptStatus.SCHEDULED, second(until), null, null);
        return Decision.accept(next, new PromptSuppressed(id, actor, reason), next.scheduled());
    }

    /** Not at all, because of this. */
    public Decision<Prompt> suppress(SuppressReason reason) {
        return status.isOpen()
                ? Decision.accept(
                        with(PromptStatus.SUPPRESSED, dueAt, null, sentAt), new PromptSuppressed(id, actor, reason))
                : Decision.unchanged();
    }

    /** The step is no longer needed. Nothing is told of what its actor had declined: that is known not to be asked. */
    public Decision<Prompt> cancel() {
        if (isOptedOut()) {
            return Decision.accept(with(PromptStatus.CANCELLED, dueAt, null, sentAt));
        }
        return status.isOpen()
                ? Decision.accept(with(PromptStatus.CANCELLED, dueAt, null, sentAt), cancelled())
                : Decision.unchanged();
    }

    /** The actor wants to be asked again later, which is a round of its own. */
    public Decision<Prompt> snooze(Instant until, Instant now) {
        if (status != PromptStatus.SENT) {
            return Decision.refuse("prompt-not-open");
        }
        if (!until.isAfter(now) || until.isAfter(now.plus(LONGEST_SNOOZE))) {
            return Decision.refuse("snooze-out-of-range", "days", LONGEST_SNOOZE.toDays());
        }
        Prompt next = new Prompt(
                id,
                actor,
                action,
                subjectKind,
                about,
                PromptStatus.SCHEDULED,
                second(until),
                mootAt,
                null,
                null,
                round + 1,
                false);
        return Decision.accept(next, new PromptSnoozed(id, actor, next.dueAt));
    }

    /** The actor does not want this prompt. */
    public Decision<Prompt> notForMe() {
        return status == PromptStatus.SENT ? suppress(SuppressReason.OPTED_OUT) : Decision.refuse("prompt-not-open");
    }

    /**
     * Whoever said that it is not for them wants it after all: it waits again, without being sent again. What became moot
     * meanwhile does not come back.
     */
    public Decision<Prompt> forMeAgain(Instant now) {
        if (!isOptedOut() || mootAt != null && !now.isBefore(mootAt)) {
            return Decision.refuse("prompt-not-open");
        }
        return Decision.accept(with(PromptStatus.SENT, dueAt, null, sentAt), new PromptRestored(id, actor));
    }

    /** Only what was sent can be declined; what is suppressed for another reason was not. */
    private boolean isOptedOut() {
        return status == PromptStatus.SUPPRESSED && sentAt != null;
    }

    /** When a clock has to look at it; null when never. */
    public Instant lookAt() {
        return switch (status) {
            case SCHEDULED -> dueAt;
            case SENDING -> claim.until();
            default -> null;
        };
    }

    /** Name of the texts that ask for this step. */
    public String template() {
        return PromptNeed.code(action);
    }

    private static Prompt of(
            PromptNeed need, PromptStatus status, Instant dueAt, Instant mootAt, int round, boolean taken) {
        return new Prompt(
                need.promptId(),
                need.actor(),
                need.action(),
                need.subjectKind(),
                need.about(),
                status,
                dueAt,
                mootAt,
                null,
                null,
                round,
                taken);
    }

    private Prompt with(PromptStatus next, Instant due, SendingClaim claimed, Instant sent) {
        return new Prompt(id, actor, action, subjectKind, about, next, due, mootAt, claimed, sent, round, taken);
    }

    private Prompt settled(PromptStatus next) {
        return new Prompt(id, actor, action, subjectKind, about, next, dueAt, mootAt, null, sentAt, round, true);
    }

    private PromptScheduled scheduled() {
        return new PromptScheduled(id, actor, action, subjectKind, about, dueAt);
    }

    private PromptCancelled cancelled() {
        return new PromptCancelled(id, actor, SuppressReason.MOOT);
    }

    /** Facts tell whole seconds; up, because a prompt is never early. */
    private static Instant second(Instant moment) {
        Instant whole = moment.truncatedTo(ChronoUnit.SECONDS);
        return whole.equals(moment) ? whole : whole.plusSeconds(1);
    }
}
