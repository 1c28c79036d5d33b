package nl.klimrek.contracts.reminders;

import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.Topics;

/**
 * A webhook of an organisation changed. Neither its address nor its secret is in the event.
 *
 * @param webhook id of the webhook
 * @param change what changed
 */
@EventContract(type = "nl.klimrek.reminders.webhook-changed.v1", topic = Topics.REMINDERS)
public record WebhookChanged(String webhook, WebhookChange change) {}
