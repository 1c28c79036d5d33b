package nl.klimrek.reminders.webhookdelivery;

import java.time.Clock;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.EventMeta;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.eventing.inbox.EventHandlers;
import nl.klimrek.reminders.rules.PromptRules;
import nl.klimrek.reminders.webhooks.Webhook;
import nl.klimrek.reminders.webhooks.WebhookDirectory;
import org.springframework.stereotype.Component;

/** Stores a message for each webhook of the organisation that a fact about a prompt concerns. A repeated event stores none. */
@Component
class WebhookListener implements PromptRules {

    private final WebhookDirectory webhooks;
    private final AggregateStore<WebhookDelivery> deliveries;
    private final Clock clock;

    WebhookListener(WebhookDirectory webhooks, AggregateStore<WebhookDelivery> deliveries, Clock clock) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    @Override
    public void register(EventHandlers handlers) {
        WebhookFact.TYPES.keySet().forEach(type -> handlers.on(type, this::store));
    }

    private void store(Record event, EventMeta meta) {
        WebhookFact.of(event, meta)
                .ifPresent(fact -> webhooks.recent(meta.organisation()).webhooks().stream()
                        .filter(Webhook::isActive)
                        .forEach(webhook -> store(
                                meta.organisation(),
                                webhook.id(),
                                meta.id(),
                                fact,
                                MessageContext.system("webhooks"))));
    }

    /** Stores a message that is due now. */
    void store(Organisation organisation, String webhook, String message, WebhookFact fact, MessageContext cause) {
        deliveries.create(
                Key.of(organisation, webhook + ":" + message),
                cause,
                before -> before.isPresent()
                        ? Decision.unchanged()
                        : Decision.accept(WebhookDelivery.of(webhook, message, fact, clock.instant())));
    }

    /** The webhook of a message, which its key begins with. */
    static String webhookOf(Key delivery) {
        return delivery.id().substring(0, delivery.id().indexOf(':'));
    }
}
