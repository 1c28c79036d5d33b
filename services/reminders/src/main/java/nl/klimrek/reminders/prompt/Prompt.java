package nl.klimrek.reminders.prompt;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import nl.klimrek.contracts.reminders.Channel;
import nl.klimrek.contracts.reminders.PromptAction;
import nl.klimrek.contracts.reminders.PromptRestored;
import nl.klimrek.contracts.reminders.PromptSent;
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
 * @param progress how far it has come under its rule
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
        boolean taken,
        PromptProgress progress) {

    /** The longest snooze. It is a pause and not a way to forget. */
    public static final Duration MAX_SNOOZE = Duration.ofDays(31);

    public Prompt {
        progress = progress == null ? PromptProgress.NONE : progress;
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

    /**
     * Records that the prompt was sent.
     *
     * @param template name of the template whose words were sent
     * @param followUpAt moment at which nothing has followed; null for a message that is not followed up
     */
    public Decision<Prompt> markSent(
            Channel channel, String template, int templateVersion, Instant at, @Nullable Instant followUpAt) {
        return status == PromptStatus.SENDING
                ? Decision.accept(
                        with(PromptStatus.SENT, dueAt, null, at)
                                .with(progress.sent(
                                        template.equals(template()) ? null : template,
                                        templateVersion,
                                        firstOf(followUpAt, obsoleteAt))),
                        new PromptSent(id, actor, channel, template, templateVersion))
                : Decision.unchanged();
    }

    /**
     * Follows up a message upon which nothing followed: asks again, or escalates after the last message of the series. A
     * prompt that is obsolete by now is cancelled.
     *
     * @param messages number of messages of the series; 0 for no series
     * @param to person id of the one who is asked to look; null for HR
     */
    public Decision<Prompt> followUp(int messages, @Nullable String to, Instant now) {
        return PromptSilence.followUp(this, messages, to, now);
    }

    /** Waits longer before it follows up, because the silence of somebody who is absent does not count. */
    public Decision<Prompt> waitUntil(Instant later, Instant now) {
        return PromptSilence.waitUntil(this, later, now);
    }

    /** Records that the actor has seen a notice, which asks for nothing more. */
    public Decision<Prompt> see() {
        return status == PromptStatus.SENT
                ? Decision.accept(closed(PromptStatus.ACTED), PromptEvents.acted(this))
                : Decision.refuse("prompt-not-open");
    }

    /** Whether a message was sent and the step is still open, also while the next message of a series is on its way. */
    public boolean isWaiting() {
        return status.isWaiting() || progress.silences() > 0 && status.isOpen();
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
        if (!status.isWaiting()) {
            return Decision.refuse("prompt-not-open");
        }
        if (!until.isAfter(now) || until.isAfter(now.plus(MAX_SNOOZE))) {
            return Decision.refuse("snooze-out-of-range", "days", MAX_SNOOZE.toDays());
        }
        Instant due = ceilToSecond(until);
        Prompt next =
                with(PromptStatus.SCHEDULED, due, null, null).inRound(round + 1).with(progress.again());
        return Decision.accept(next, PromptEvents.snoozed(this, due));
    }

    /** Declines a sent prompt, for its actor. */
    public Decision<Prompt> notForMe() {
        return status.isWaiting() ? suppress(SuppressReason.OPTED_OUT) : Decision.refuse("prompt-not-open");
    }

    /** Restores a declined prompt without sending it again. A prompt that is obsolete by now stays as it is. */
    public Decision<Prompt> forMeAgain(Instant now) {
        if (!isOptedOut() || isObsolete(now)) {
            return Decision.refuse("prompt-not-open");
        }
        return Decision.accept(with(PromptStatus.SENT, dueAt, null, sentAt), new PromptRestored(id, actor));
    }

    /** Only a sent prompt can be declined. One that is suppressed for another reason was never sent. */
    boolean isOptedOut() {
        return status == PromptStatus.SUPPRESSED && sentAt != null;
    }

    /** The moment at which a sender has to look at the prompt; null for none. */
    public @Nullable Instant nextCheckAt() {
        return switch (status) {
            case SCHEDULED -> dueAt;
            case SENDING -> claim == null ? null : claim.until();
            case SENT, ESCALATED -> progress.followUpAt();
            default -> null;
        };
    }

    /** Name of the prompt's built-in texts. */
    public String template() {
        return PromptNeed.code(action);
    }

    /** Name of the template of the last message. */
    String lastTemplate() {
        return progress.template() == null ? template() : progress.template();
    }

    boolean isObsolete(Instant now) {
        return obsoleteAt != null && !now.isBefore(obsoleteAt);
    }

    Prompt with(PromptStatus next, @Nullable Instant due, @Nullable SendingClaim claimed, @Nullable Instant sent) {
        return new Prompt(
                id, actor, action, subjectKind, about, next, due, obsoleteAt, claimed, sent, round, taken, progress);
    }

    Prompt inRound(int next) {
        return new Prompt(
                id, actor, action, subjectKind, about, status, dueAt, obsoleteAt, claim, sentAt, next, taken, progress);
    }

    Prompt with(PromptProgress next) {
        return new Prompt(
                id, actor, action, subjectKind, about, status, dueAt, obsoleteAt, claim, sentAt, round, taken, next);
    }

    Prompt closed(PromptStatus next) {
        PromptProgress still = progress.still();
        return new Prompt(
                id, actor, action, subjectKind, about, next, dueAt, obsoleteAt, null, sentAt, round, true, still);
    }

    static @Nullable Instant firstOf(@Nullable Instant one, @Nullable Instant other) {
        return one == null || other != null && other.isBefore(one) ? other : one;
    }

    /** Rounds up to a whole second, as events have them, because a prompt is never early. */
    static Instant ceilToSecond(Instant moment) {
        Instant whole = moment.truncatedTo(ChronoUnit.SECONDS);
        return whole.equals(moment) ? whole : whole.plusSeconds(1);
    }
}
