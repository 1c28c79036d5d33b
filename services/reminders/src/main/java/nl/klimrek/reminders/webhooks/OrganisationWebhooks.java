package nl.klimrek.reminders.webhooks;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import nl.klimrek.contracts.reminders.WebhookChange;
import nl.klimrek.contracts.reminders.WebhookChanged;
import nl.klimrek.eventing.Decision;
import nl.klimrek.reminders.secret.SealedSecret;
import nl.klimrek.reminders.webhooks.Webhook.StopReason;
import org.jspecify.annotations.Nullable;

/**
 * The webhooks of one organisation.
 *
 * @param webhooks in the order of their registration
 */
public record OrganisationWebhooks(List<Webhook> webhooks) {

    /** Id of the document, and of the events' partition. */
    public static final String ID = "webhooks";

    /** Webhooks of an organisation at most. */
    public static final int MAX = 10;

    public static final OrganisationWebhooks NONE = new OrganisationWebhooks(List.of());

    public OrganisationWebhooks {
        webhooks = List.copyOf(webhooks);
    }

    public Optional<Webhook> find(String id) {
        return webhooks.stream().filter(webhook -> webhook.id().equals(id)).findFirst();
    }

    /** Registers an address. @param keeper person id of the one who does, and who hears of a stop */
    public Decision<OrganisationWebhooks> register(
            String id, URI url, WebhookFormat format, String language, SealedSecret secret, String keeper) {
        if (webhooks.size() >= MAX) {
            return Decision.refuse("webhook-limit-reached", "most", MAX);
        }
        return Decision.accept(
                new OrganisationWebhooks(Stream.concat(
                                webhooks.stream(), Stream.of(Webhook.of(id, url, format, language, secret, keeper)))
                        .toList()),
                new WebhookChanged(id, WebhookChange.REGISTERED, keeper));
    }

    /**
     * Renews a secret. The one before it is valid for {@link Webhook#BOTH_SECRETS}.
     *
     * @param person person id of the one who does, and who hears of a stop if nobody does yet
     */
    public Decision<OrganisationWebhooks> renewSecret(String id, SealedSecret next, Instant now, String person) {
        return change(
                id,
                WebhookChange.SECRET_RENEWED,
                webhook -> webhook.withSecret(next, now).keptByIfNobody(person));
    }

    /** Notes who hears of a stop, for a webhook from before that was noted. @param person who uses it now */
    public Decision<OrganisationWebhooks> keep(String id, String person) {
        return find(id).filter(webhook -> webhook.keeper() == null).isEmpty()
                ? Decision.unchanged()
                : Decision.accept(with(id, webhook -> webhook.keptBy(person)));
    }

    /** Encrypts the secrets anew that need it. @param seal returns a secret that needs nothing as it is */
    public Decision<OrganisationWebhooks> reseal(BiFunction<String, SealedSecret, SealedSecret> seal) {
        OrganisationWebhooks next = new OrganisationWebhooks(webhooks.stream()
                .map(webhook -> webhook.resealed(secret -> seal.apply(webhook.id(), secret)))
                .toList());
        return next.equals(this) ? Decision.unchanged() : Decision.accept(next);
    }

    /** Stops a webhook; what waits for it is not sent. */
    public Decision<OrganisationWebhooks> stop(String id) {
        return change(id, WebhookChange.STOPPED, webhook -> webhook.stopped(StopReason.BY_HR));
    }

    /** Starts a webhook that was stopped. @param keeper person id of the one who does, and who hears of the next stop */
    public Decision<OrganisationWebhooks> start(String id, String keeper) {
        return find(id).filter(Webhook::isActive).isPresent()
                ? Decision.unchanged()
                : change(
                        id,
                        WebhookChange.STARTED,
                        webhook -> webhook.stopped(null).keptBy(keeper));
    }

    public Decision<OrganisationWebhooks> remove(String id) {
        return find(id).isEmpty()
                ? Decision.refuse("webhook-unknown")
                : Decision.accept(
                        new OrganisationWebhooks(webhooks.stream()
                                .filter(webhook -> !webhook.id().equals(id))
                                .toList()),
                        new WebhookChanged(id, WebhookChange.REMOVED, null));
    }

    /** Records that the address answered that it no longer exists, so that it gets nothing more. */
    public Decision<OrganisationWebhooks> gone(String id) {
        return find(id).filter(Webhook::isActive).isEmpty()
                ? Decision.unchanged()
                : change(id, WebhookChange.GONE, webhook -> webhook.stopped(StopReason.GONE));
    }

    /** Records a failed message. After failures alone for this long, the webhook is stopped. */
    public Decision<OrganisationWebhooks> failed(String id, Instant now, Duration stopAfter) {
        Webhook webhook = find(id).filter(Webhook::isActive).orElse(null);
        if (webhook == null) {
            return Decision.unchanged();
        }
        if (webhook.failingSince() == null) {
            return Decision.accept(with(id, each -> each.failing(now)));
        }
        return now.isBefore(webhook.failingSince().plus(stopAfter))
                ? Decision.unchanged()
                : change(id, WebhookChange.FAILING, each -> each.stopped(StopReason.FAILING));
    }

    /** Records a message that arrived. */
    public Decision<OrganisationWebhooks> delivered(String id) {
        return find(id).filter(webhook -> webhook.failingSince() != null).isEmpty()
                ? Decision.unchanged()
                : Decision.accept(with(id, webhook -> webhook.failing(null)));
    }

    private Decision<OrganisationWebhooks> change(String id, WebhookChange what, UnaryOperator<Webhook> step) {
        if (find(id).isEmpty()) {
            return Decision.refuse("webhook-unknown");
        }
        OrganisationWebhooks next = with(id, step);
        return next.equals(this)
                ? Decision.unchanged()
                : Decision.accept(next, new WebhookChanged(id, what, next.keeperOf(id)));
    }

    private @Nullable String keeperOf(String id) {
        return find(id).map(Webhook::keeper).orElse(null);
    }

    private OrganisationWebhooks with(String id, UnaryOperator<Webhook> step) {
        return new OrganisationWebhooks(webhooks.stream()
                .map(webhook -> webhook.id().equals(id) ? step.apply(webhook) : webhook)
                .toList());
    }
}
