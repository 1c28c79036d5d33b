package nl.klimrek.reminders.webhookclient;

import org.jspecify.annotations.Nullable;

/**
 * How an attempt ended.
 *
 * @param status HTTP status; null without an answer
 */
public record WebhookAnswer(
        DeliveryOutcome outcome, @Nullable Integer status) {

    private static final int GONE = 410;

    public static WebhookAnswer without(DeliveryOutcome outcome) {
        return new WebhookAnswer(outcome, null);
    }

    public static WebhookAnswer of(int status) {
        if (status >= 200 && status < 300) {
            return new WebhookAnswer(DeliveryOutcome.DELIVERED, status);
        }
        return new WebhookAnswer(status == GONE ? DeliveryOutcome.GONE : DeliveryOutcome.REFUSED, status);
    }
}
