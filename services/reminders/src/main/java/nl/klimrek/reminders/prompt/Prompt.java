package nl.klimrek.reminders.prompt;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import nl.klimrek.contracts.reminders.Channel;
import nl.klimrek.contracts.reminders.PromptActed;
import nl.klimrek.contracts.reminders.PromptAction;
import nl.klimrek.contracts.reminders.PromptRestored;
import nl.klimrek.contracts.reminders.PromptSent;
import nl.klimrek.contracts.reminders.PromptSnoozed;
import nl.klimrek.contracts.reminders.PromptSubject;
import nl.klimrek.contracts.reminders.PromptSuppressed;
import nl.klimrek.contracts.reminders.SuppressReason;
import nl.klimrek.eventing.Decision;
import org.jspecify.annotations.Nullable;

/**
 * A prompt: one person, one small step, one moment.
 *
 * <p>Guarantees: a prompt is sent once per round. It is never sent before {@link #dueAt}, never from {@link #obsoleteAt}
 * on, and never after its step was taken or became unnecessary: then it is cancelled. A new round starts when the step is
 * needed again or was snoozed.
 *
 * @param id derived from action, subject and actor, so the same need is the same prompt
 * @param actor person id of the receiver
 * @param action the step
 * @param subjectKind kind of the subject
 * @param about id of the subject
 * @param status status of its life cycle
 * @param dueAt earliest moment to send; null when it was never scheduled
 * @param obsoleteAt moment from which the prompt makes no sense; null for no such moment
 * @param claim the sender's claim while {@code SENDING}; otherwise null
 * @param sentAt moment of sending in this round; null before it
 * @param round number of rounds, from 1; 0 when it was never scheduled
 * @param taken whether the step was taken since it was last needed
 */
public record Prompt(
        String id,
        String actor,
        PromptAction action,
        PromptSubject subjectKind,
        String about,
        PromptStatus status,
        @Nullable Instant dueAt,
        @JsonProperty("mootAt") @Nullable Instant obsoleteAt,
        @Nullable SendingClaim claim,
        @Nullable Instant sentAt,
        int round,
        boolean taken) {

    /** The longest snooze. It is a pause and not a way to forget. */
    public static final Duration MAX_SNOOZE = Duration.ofDays(31);

    /**
     * Schedules the prompt of a need. One that would be due only when it is obsolete is cancelled.
     *
     * @param before the prompt of this need; null when there is none
     * @param obsoleteAt moment from which the prompt makes no sense; null for no such moment
     */
    public static Decision<Prompt> schedule(
            @Nullable Prompt before, PromptNeed need, Instant dueAt, @Nullable Instant obsoleteAt) {
        Instant due = ceilToSecond(dueAt);
        if (before != null && before.taken && need.oncePerSubject()) {
            return Decision.unchanged();
        }
        if (obsoleteAt != null && !due.isBefore(obsoleteAt)) {
            return before == null ? Decision.unchanged() : before.cancel();
        }
        int round = before == null ? 1 : before.status == PromptStatus.SCHEDULED ? before.round : before.round + 1;
        Prompt next = of(need, PromptStatus.SCHEDULED, due, obsoleteAt, round, false);
        return next.equals(before) ? Decision.unchanged() : Decision.accept(next, PromptEvents.scheduled(next, due));
    }

    /** Records that the step was taken, whether or not the prompt was sent. A prompt not yet sent is cancelled. */
    public static Decision<Prompt> stepTaken(@Nullable Prompt before, PromptNeed need) {
        if (before == null) {
            return need.oncePerSubject()
                    ? Decision.accept(of(need, PromptStatus.ACTED, null, null, 0, true))
                    : Decision.unchanged();
        }
        if (before.isOptedOut()) {
            return Decision.accept(before.closed(PromptStatus.CANCELLED));
        }
        if (!before.status.isOpen()) {
            return before.taken || !need.oncePerSubject()
                    ? Decision.unchanged()
                    : Decision.accept(before.closed(before.status));
        }
        return before.status == PromptStatus.SENT
                ? Decision.accept(before.closed(PromptStatus.ACTED), new PromptActed(before.id, before.actor))
                : Decision.accept(before.closed(PromptStatus.CANCELLED), PromptEvents.cancelled(before));
    }

    /** Claims a due prompt for one sender. A prompt that has become obsolete is cancelled instead. */
    public Decision<Prompt> claim(SendingClaim mine, Instant now) {
        boolean free = status == PromptStatus.SCHEDULED && dueAt != null && !now.isBefore(dueAt)
                || status == PromptStatus.SENDING && claim != null && claim.ended(now);
        if (!free) {
            return Decision.unchanged();
        }
        return isObsolete(now) ? cancel() : Decision.accept(with(PromptStatus.SENDING, dueAt, mine, null));
    }

    /** Whether this claim holds the prompt. */
    public boolean isClaimedBy(SendingClaim mine) {
        return status == PromptStatus.SENDING && claim != null && claim.by().equals(mine.by());
    }

    /** Releases a claim after a failed delivery, so that any sender may claim the prompt at once. */
    public Decision<Prompt> release(SendingClaim mine) {
        return isClaimedBy(mine)
                ? Decision.accept(with(PromptStatus.SCHEDULED, dueAt, null, null))
                : Decision.unchanged();
    }

    /** Records that the prompt was sent. */
    public Decision<Prompt> markSent(Channel channel, int templateVersion, Instant at) {
        return status == PromptStatus.SENDING
                ? Decision.accept(
                        with(PromptStatus.SENT, dueAt, null, at),
                        new PromptSent(id, actor, channel, template(), templateVersion))
                : Decision.unchanged();
    }

    /** Postpones a claimed prompt for this reason. */
    public Decision<Prompt> postpone(SuppressReason reason, Instant until) {
        if (status != PromptStatus.SENDING) {
            return Decision.unchanged();
        }
        Instant due = ceilToSecond(until);
        Prompt next = with(PromptStatus.SCHEDULED, due, null, null);
        return Decision.accept(next, new PromptSuppressed(id, actor, reason), PromptEvents.scheduled(next, due));
    }

    /** Suppresses an open prompt for this reason. */
    public Decision<Prompt> suppress(SuppressReason reason) {
        return status.isOpen()
                ? Decision.accept(
                        with(PromptStatus.SUPPRESSED, dueAt, null, sentAt), new PromptSuppressed(id, actor, reason))
                : Decision.unchanged();
    }

    /** Cancels an open prompt whose step is no longer needed. A prompt that its actor declined is cancelled without an event. */
    public Decision<Prompt> cancel() {
        if (isOptedOut()) {
            return Decision.accept(with(PromptStatus.CANCELLED, dueAt, null, sentAt));
        }
        return status.isOpen()
                ? Decision.accept(with(PromptStatus.CANCELLED, dueAt, null, sentAt), PromptEvents.cancelled(this))
                : Decision.unchanged();
    }

    /** Snoozes a sent prompt until a later moment, in a new round. */
    public Decision<Prompt> snooze(Instant until, Instant now) {
        if (status != PromptStatus.SENT) {
            return Decision.refuse("prompt-not-open");
        }
        if (!until.isAfter(now) || until.isAfter(now.plus(MAX_SNOOZE))) {
            return Decision.refuse("snooze-out-of-range", "days", MAX_SNOOZE.toDays());
        }
        Instant due = ceilToSecond(until);
        Prompt next = with(PromptStatus.SCHEDULED, due, null, null).inRound(round + 1);
        return Decision.accept(next, new PromptSnoozed(id, actor, due));
    }

    /** Declines a sent prompt, for its actor. */
    public Decision<Prompt> notForMe() {
        return status == PromptStatus.SENT ? suppress(SuppressReason.OPTED_OUT) : Decision.refuse("prompt-not-open");
    }

    /** Restores a declined prompt without sending it again. A prompt that is obsolete by now stays as it is. */
    public Decision<Prompt> forMeAgain(Instant now) {
        if (!isOptedOut() || isObsolete(now)) {
            return Decision.refuse("prompt-not-open");
        }
        return Decision.accept(with(PromptStatus.SENT, dueAt, null, sentAt), new PromptRestored(id, actor));
    }

    /** Only a sent prompt can be declined. One that is suppressed for another reason was never sent. */
    private boolean isOptedOut() {
        return status == PromptStatus.SUPPRESSED && sentAt != null;
    }

    /** The moment at which a sender has to look at the prompt; null for none. */
    public @Nullable Instant nextCheckAt() {
        return switch (status) {
            case SCHEDULED -> dueAt;
            case SENDING -> claim == null ? null : claim.until();
            default -> null;
        };
    }

    /** Name of the prompt's texts. */
    public String template() {
        return PromptNeed.code(action);
    }

    private boolean isObsolete(Instant now) {
        return obsoleteAt != null && !now.isBefore(obsoleteAt);
    }

    private static Prompt of(
            PromptNeed need,
            PromptStatus status,
            @Nullable Instant dueAt,
            @Nullable Instant obsoleteAt,
            int round,
            boolean taken) {
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
                taken);
    }

    private Prompt with(
            PromptStatus next, @Nullable Instant due, @Nullable SendingClaim claimed, @Nullable Instant sent) {
        return new Prompt(id, actor, action, subjectKind, about, next, due, obsoleteAt, claimed, sent, round, taken);
    }

    private Prompt inRound(int number) {
        return new Prompt(
                id, actor, action, subjectKind, about, status, dueAt, obsoleteAt, claim, sentAt, number, taken);
    }

    private Prompt closed(PromptStatus next) {
        return new Prompt(id, actor, action, subjectKind, about, next, dueAt, obsoleteAt, null, sentAt, round, true);
    }

    /** Rounds up to a whole second, as events have them, because a prompt is never early. */
    private static Instant ceilToSecond(Instant moment) {
        Instant whole = moment.truncatedTo(ChronoUnit.SECONDS);
        return whole.equals(moment) ? whole : whole.plusSeconds(1);
    }
}
