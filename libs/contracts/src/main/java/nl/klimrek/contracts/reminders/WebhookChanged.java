package nl.klimrek.contracts.reminders;

import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.Topics;
import org.jspecify.annotations.Nullable;

/**
 * A webhook of an organisation changed. Neither its address nor its secret is in the event.
 *
 * @param webhook id of the webhook
 * @param change what changed
 * @param keeper person id of the one who registered it or started it last (may be null)
 */
@EventContract(type = "nl.klimrek.reminders.webhook-changed.v1", topic = Topics.REMINDERS)
public record WebhookChanged(
        String webhook, WebhookChange change, @Nullable String keeper) {}
