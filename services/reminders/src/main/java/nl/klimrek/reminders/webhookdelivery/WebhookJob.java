package nl.klimrek.reminders.webhookdelivery;

import java.time.Clock;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.reminders.webhooks.WebhookDirectory;
import nl.klimrek.reminders.webhooks.WebhookProperties;
import nl.klimrek.servicekit.jobs.DueJob;
import org.springframework.stereotype.Component;

/**
 * Finds messages to webhooks that are due, and queues them by host; {@link WebhookSender} sends them on other threads, so that no
 * endpoint holds up this job.
 */
@Component
final class WebhookJob extends DueJob {

    WebhookJob(
            AggregateStore<WebhookDelivery> deliveries,
            WebhookDirectory webhooks,
            WebhookQueues queues,
            WebhookSender sender,
            WebhookProperties properties,
            Clock clock) {
        super(
                "send-webhooks",
                properties.pollInterval(),
                deliveries,
                clock,
                message -> queue(message, webhooks, queues, sender));
    }

    private static void queue(Key key, WebhookDirectory webhooks, WebhookQueues queues, WebhookSender sender) {
        String webhook = WebhookListener.webhookOf(key);
        String host = webhooks.recent(key.organisation())
                .find(webhook)
                .map(each -> each.url().getAuthority())
                .orElse(null);
        if (host == null) {
            sender.send(key);
        } else if (sender.isAvailable(host)) {
            queues.offer(host, key.value(), each -> sender.send(Key.parse(each)));
        }
    }
}
