package nl.klimrek.reminders.webhookdelivery;

import java.time.Instant;
import nl.klimrek.eventing.Decision;
import nl.klimrek.reminders.prompt.SendingClaim;
import nl.klimrek.reminders.webhookclient.DeliveryOutcome;
import nl.klimrek.reminders.webhookclient.WebhookAnswer;
import org.jspecify.annotations.Nullable;

/**
 * One fact on its way to one webhook. It arrives at least once; a repetition has the same message id. It is kept, so that a repeated event
 * makes no second one.
 *
 * @param webhook id of the webhook
 * @param message id of the message, the same in every attempt
 * @param fact what the webhook is told
 * @param attempts number of attempts that ended
 * @param dueAt moment of the next attempt; null when there is none
 * @param claim the sender's claim; null while nobody sends
 * @param last how the last attempt ended; null before it
 * @param status HTTP status of the last answer; null without one
 * @param endedAt moment from which nothing is tried any more; null before it
 */
public record WebhookDelivery(
        String webhook,
        String message,
        WebhookFact fact,
        int attempts,
        @Nullable Instant dueAt,
        @Nullable SendingClaim claim,
        @Nullable DeliveryOutcome last,
        @Nullable Integer status,
        @Nullable Instant endedAt) {

    static WebhookDelivery of(String webhook, String message, WebhookFact fact, Instant now) {
        return new WebhookDelivery(webhook, message, fact, 0, now, null, null, null, null);
    }

    /** Claims a due message for one sender. */
    Decision<WebhookDelivery> claim(SendingClaim mine, Instant now) {
        boolean free = claim == null || claim.ended(now);
        return free && dueAt != null && !now.isBefore(dueAt)
                ? Decision.accept(
                        new WebhookDelivery(webhook, message, fact, attempts, dueAt, mine, last, status, null))
                : Decision.unchanged();
    }

    boolean isClaimedBy(SendingClaim mine) {
        return claim != null && claim.by().equals(mine.by());
    }

    /**
     * Records how this sender's attempt ended.
     *
     * @param random 0 to 1, spreads the next attempt
     */
    Decision<WebhookDelivery> attempted(SendingClaim mine, WebhookAnswer answer, Instant now, double random) {
        if (!isClaimedBy(mine)) {
            return Decision.unchanged();
        }
        Instant next = answer.outcome() == DeliveryOutcome.DELIVERED || answer.outcome() == DeliveryOutcome.GONE
                ? null
                : RetrySchedule.next(attempts + 1, now, random).orElse(null);
        return Decision.accept(new WebhookDelivery(
                webhook,
                message,
                fact,
                attempts + 1,
                next,
                null,
                answer.outcome(),
                answer.status(),
                next == null ? now : null));
    }

    /** Ends a message whose webhook was stopped or removed. */
    Decision<WebhookDelivery> stop(Instant now) {
        return endedAt == null
                ? Decision.accept(new WebhookDelivery(
                        webhook, message, fact, attempts, null, null, DeliveryOutcome.STOPPED, null, now))
                : Decision.unchanged();
    }

    /** The moment at which something is to be done about it; null when it ended. */
    public @Nullable Instant nextCheckAt() {
        return claim == null ? dueAt : claim.until();
    }
}
