package nl.klimrek.reminders.webhookdelivery;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.reminders.prompt.SendingClaim;
import nl.klimrek.reminders.secret.SecretUnreadableException;
import nl.klimrek.reminders.webhookclient.DeliveryOutcome;
import nl.klimrek.reminders.webhookclient.WebhookAnswer;
import nl.klimrek.reminders.webhookclient.WebhookClient;
import nl.klimrek.reminders.webhookclient.WebhookSignature;
import nl.klimrek.reminders.webhookdelivery.RecentDeliveries.Attempt;
import nl.klimrek.reminders.webhooks.Webhook;
import nl.klimrek.reminders.webhooks.WebhookDirectory;
import nl.klimrek.reminders.webhooks.WebhookProperties;
import nl.klimrek.reminders.webhooks.WebhookSecret;
import nl.klimrek.reminders.webhooks.WebhookSecrets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Sends one message to its webhook and records how that ended. The message is claimed first; when its sender dies, another sends it
 * after the claim, under the same id.
 */
@Component
class WebhookSender {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookSender.class);
    private static final MessageContext CAUSE = MessageContext.system("webhooks");

    private final AggregateStore<WebhookDelivery> deliveries;
    private final AggregateStore<RecentDeliveries> recent;
    private final WebhookDirectory webhooks;
    private final WebhookPayload payloads;
    private final WebhookSecrets secrets;
    private final WebhookClient client;
    private final CircuitBreakerRegistry circuits;
    private final WebhookProperties properties;
    private final Clock clock;

    WebhookSender(
            AggregateStore<WebhookDelivery> deliveries,
            AggregateStore<RecentDeliveries> recent,
            WebhookDirectory webhooks,
            WebhookPayload payloads,
            WebhookSecrets secrets,
            WebhookClient client,
            CircuitBreakerRegistry circuits,
            WebhookProperties properties,
            Clock clock) {
        this.deliveries = deliveries;
        this.recent = recent;
        this.webhooks = webhooks;
        this.payloads = payloads;
        this.secrets = secrets;
        this.client = client;
        this.circuits = circuits;
        this.properties = properties;
        this.clock = clock;
    }

    /** Whether a message to this host would be tried now. While its circuit is open, messages wait without being claimed. */
    boolean isAvailable(String host) {
        CircuitBreaker circuit = circuit(host);
        boolean permitted = circuit.tryAcquirePermission();
        if (permitted) {
            circuit.releasePermission();
        }
        return permitted;
    }

    void send(Key key) {
        WebhookDelivery found = deliveries.find(key).map(each -> each.state()).orElse(null);
        if (found == null) {
            return;
        }
        // Read now, because HR may have stopped it a moment ago.
        Optional<Webhook> webhook =
                webhooks.find(key.organisation()).find(found.webhook()).filter(Webhook::isActive);
        if (webhook.isEmpty()) {
            stop(key);
            return;
        }
        CircuitBreaker circuit = circuit(webhook.get().url().getAuthority());
        if (!circuit.tryAcquirePermission()) {
            return;
        }
        SendingClaim mine = SendingClaim.from(clock.instant());
        WebhookDelivery claimed = deliveries
                .handle(
                        key,
                        CAUSE,
                        before -> before.map(each -> each.claim(mine, clock.instant()))
                                .orElseGet(Decision::unchanged))
                .state();
        if (claimed == null || !claimed.isClaimedBy(mine)) {
            circuit.releasePermission();
            return;
        }
        record(key, claimed, mine, attempt(key.organisation(), claimed, webhook.get(), circuit));
    }

    private WebhookAnswer attempt(
            Organisation organisation, WebhookDelivery delivery, Webhook webhook, CircuitBreaker circuit) {
        Instant now = clock.instant();
        List<WebhookSecret> signing;
        try {
            signing = secrets.openAt(organisation, webhook, now);
        } catch (SecretUnreadableException unreadable) {
            LOG.error(
                    "Messages to webhook {} of {} cannot be signed: {}",
                    webhook.id(),
                    organisation,
                    unreadable.getMessage());
            circuit.releasePermission();
            return WebhookAnswer.without(DeliveryOutcome.SECRET_UNREADABLE);
        }
        String body = payloads.of(delivery.fact(), webhook);
        long begin = System.nanoTime();
        WebhookAnswer answer = client.post(
                webhook.url(),
                body,
                Map.of(
                        "webhook-id", delivery.message(),
                        "webhook-timestamp", String.valueOf(now.getEpochSecond()),
                        "webhook-signature", WebhookSignature.of(signing, delivery.message(), now, body)));
        long took = System.nanoTime() - begin;
        if (answer.status() == null) {
            circuit.onError(took, TimeUnit.NANOSECONDS, new WebhookUnavailableException());
        } else {
            circuit.onSuccess(took, TimeUnit.NANOSECONDS);
        }
        return answer;
    }

    private void record(Key key, WebhookDelivery claimed, SendingClaim mine, WebhookAnswer answer) {
        Instant now = clock.instant();
        double random = ThreadLocalRandom.current().nextDouble();
        WebhookDelivery after = deliveries
                .handle(
                        key,
                        CAUSE,
                        before -> before.map(each -> each.attempted(mine, answer, now, random))
                                .orElseGet(Decision::unchanged))
                .state();
        if (after == null || after.attempts() == claimed.attempts()) {
            return;
        }
        Attempt attempt = new Attempt(
                after.message(),
                after.fact().type(),
                now,
                after.attempts(),
                answer.outcome(),
                answer.status(),
                after.dueAt());
        recent.handle(
                Key.of(key.organisation(), after.webhook()),
                CAUSE,
                before -> Decision.accept(before.orElse(RecentDeliveries.NONE).with(attempt)));
        webhooks.change(key.organisation(), CAUSE, before -> switch (answer.outcome()) {
            case DELIVERED -> before.delivered(after.webhook());
            case GONE -> before.gone(after.webhook());
            default -> before.failed(after.webhook(), now, properties.stopAfter());
        });
    }

    private void stop(Key key) {
        Instant now = clock.instant();
        deliveries.handle(
                key, CAUSE, before -> before.map(each -> each.stop(now)).orElseGet(Decision::unchanged));
    }

    private CircuitBreaker circuit(String host) {
        return circuits.circuitBreaker(WebhookQueues.instanceOf(host), "webhooks");
    }

    /** The host gave no answer. */
    private static final class WebhookUnavailableException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        WebhookUnavailableException() {
            super("no answer", null, false, false);
        }
    }
}
