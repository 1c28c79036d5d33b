package nl.klimrek.reminders.webhookdelivery;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.reminders.webhooks.WebhookDirectory;
import nl.klimrek.reminders.webhooks.WebhookProperties;
import nl.klimrek.servicekit.jobs.ClockJob;
import nl.klimrek.servicekit.jobs.DueJob;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds messages to webhooks that are due, and queues them by host; {@link WebhookSender} sends them on other threads, so that no
 * endpoint holds up this job.
 */
@Component
final class WebhookJob implements ClockJob {

    private final DueJob due;
    private final WebhookDirectory webhooks;
    private final WebhookQueues queues;
    private final WebhookSender sender;

    WebhookJob(
            AggregateStore<WebhookDelivery> deliveries,
            WebhookDirectory webhooks,
            WebhookQueues queues,
            WebhookSender sender,
            WebhookProperties properties,
            Clock clock) {
        this.due = new DueJob("send-webhooks", properties.pollInterval(), deliveries, clock, this::queue);
        this.webhooks = webhooks;
        this.queues = queues;
        this.sender = sender;
    }

    private void queue(Key key) {
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

    @Override
    public String name() {
        return due.name();
    }

    @Override
    public Duration interval() {
        return due.interval();
    }

    @Override
    public List<String> ranges() {
        return due.ranges();
    }

    @Override
    public boolean hasWork() {
        return due.hasWork();
    }

    @Override
    public List<String> page(String range, @Nullable String after, int limit) {
        return due.page(range, after, limit);
    }

    @Override
    public void process(String key) {
        due.process(key);
    }
}
