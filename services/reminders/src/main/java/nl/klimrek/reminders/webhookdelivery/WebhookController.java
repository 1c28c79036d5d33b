package nl.klimrek.reminders.webhookdelivery;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.MessageContext.Marker;
import nl.klimrek.eventing.Refusal;
import nl.klimrek.eventing.RefusedException;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.reminders.secret.SealedSecret;
import nl.klimrek.reminders.webhookdelivery.RecentDeliveries.Attempt;
import nl.klimrek.reminders.webhooks.OrganisationWebhooks;
import nl.klimrek.reminders.webhooks.Webhook;
import nl.klimrek.reminders.webhooks.Webhook.StopReason;
import nl.klimrek.reminders.webhooks.WebhookDirectory;
import nl.klimrek.reminders.webhooks.WebhookFormat;
import nl.klimrek.reminders.webhooks.WebhookProperties;
import nl.klimrek.reminders.webhooks.WebhookSecret;
import nl.klimrek.reminders.webhooks.WebhookSecrets;
import nl.klimrek.reminders.webhooks.WebhookUrl;
import nl.klimrek.servicekit.security.Caller;
import nl.klimrek.servicekit.security.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** HR's webhooks. A secret is in the answer to the command that made it, and nowhere else. */
@RestController
@RequestMapping("/api/reminders/webhooks")
class WebhookController {

    private final WebhookDirectory webhooks;
    private final WebhookSecrets secrets;
    private final WebhookListener messages;
    private final AggregateStore<RecentDeliveries> recent;
    private final WebhookProperties properties;
    private final Clock clock;

    WebhookController(
            WebhookDirectory webhooks,
            WebhookSecrets secrets,
            WebhookListener messages,
            AggregateStore<RecentDeliveries> recent,
            WebhookProperties properties,
            Clock clock) {
        this.webhooks = webhooks;
        this.secrets = secrets;
        this.messages = messages;
        this.recent = recent;
        this.properties = properties;
        this.clock = clock;
    }

    @GetMapping
    List<WebhookView> findAll(Caller caller) {
        requireHr(caller);
        return webhooks.find(caller.organisation()).webhooks().stream()
                .map(webhook -> view(caller, webhook, null))
                .toList();
    }

    @PostMapping
    WebhookView register(@Valid @RequestBody Registration body, Caller caller, MessageContext context, Locale locale) {
        requireHr(caller);
        URI url = WebhookUrl.parse(body.url(), properties.internalHosts())
                .orElseThrow(() -> new RefusedException(Refusal.of("webhook-url-invalid")));
        String id = "wh-" + idOf(caller, context);
        String language = locale.getLanguage().equals("nl") ? "nl" : "en";
        SealedSecret secret = freshSecret(caller, id);
        Webhook registered = require(
                webhooks.change(
                        caller.organisation(),
                        context,
                        before -> before.register(id, url, body.format(), language, secret, caller.person())),
                id);
        return view(caller, registered, secrets.open(caller.organisation(), registered));
    }

    @DeleteMapping("{id}")
    List<WebhookView> remove(@PathVariable String id, Caller caller, MessageContext context) {
        requireHr(caller);
        webhooks.change(caller.organisation(), context, before -> before.remove(id));
        return findAll(caller);
    }

    /** Renews the secret. Messages are signed with the former one too, for a day. */
    @PostMapping("{id}/secret")
    WebhookView renewSecret(@PathVariable String id, Caller caller, MessageContext context) {
        requireHr(caller);
        SealedSecret next = freshSecret(caller, id);
        Webhook changed = require(
                webhooks.change(
                        caller.organisation(),
                        context,
                        before -> before.renewSecret(id, next, clock.instant(), caller.person())),
                id);
        return view(caller, changed, secrets.open(caller.organisation(), changed));
    }

    @PostMapping("{id}/stop")
    WebhookView stop(@PathVariable String id, Caller caller, MessageContext context) {
        requireHr(caller);
        return view(
                caller, require(webhooks.change(caller.organisation(), context, before -> before.stop(id)), id), null);
    }

    @PostMapping("{id}/start")
    WebhookView start(@PathVariable String id, Caller caller, MessageContext context) {
        requireHr(caller);
        return view(
                caller,
                require(
                        webhooks.change(caller.organisation(), context, before -> before.start(id, caller.person())),
                        id),
                null);
    }

    /** Sends a message that says it is a test. */
    @PostMapping("{id}/test")
    WebhookView test(@PathVariable String id, Caller caller, MessageContext context) {
        requireHr(caller);
        Webhook webhook = require(webhooks.find(caller.organisation()), id);
        if (!webhook.isActive()) {
            throw new RefusedException(Refusal.of("webhook-stopped"));
        }
        webhooks.change(
                caller.organisation(), MessageContext.system("webhooks"), before -> before.keep(id, caller.person()));
        messages.store(
                caller.organisation(),
                id,
                "test-" + idOf(caller, context),
                WebhookFact.test(clock.instant()),
                MessageContext.system("webhooks"));
        return view(caller, webhook, null);
    }

    private SealedSecret freshSecret(Caller caller, String webhook) {
        if (!secrets.canMake()) {
            throw new RefusedException(Refusal.of("webhook-key-missing"));
        }
        return secrets.seal(caller.organisation(), webhook, WebhookSecret.fresh());
    }

    private WebhookView view(Caller caller, Webhook webhook, @Nullable WebhookSecret secret) {
        List<Attempt> attempts = recent.find(Key.of(caller.organisation(), webhook.id()))
                .map(Versioned::state)
                .orElse(RecentDeliveries.NONE)
                .attempts();
        return new WebhookView(
                webhook.id(),
                webhook.url().toString(),
                webhook.format(),
                webhook.stopped(),
                webhook.failingSince(),
                webhook.formerUntil() != null && clock.instant().isBefore(webhook.formerUntil())
                        ? webhook.formerUntil()
                        : null,
                secret == null ? null : secret.value(),
                attempts);
    }

    private static Webhook require(OrganisationWebhooks webhooks, String id) {
        return webhooks.find(id).orElseThrow(() -> new RefusedException(Refusal.of("webhook-unknown")));
    }

    /** The same id for the same command, so that a repeated one finds what it made. */
    private static String idOf(Caller caller, MessageContext context) {
        return context.marker() instanceof Marker.Command command
                ? UUID.nameUUIDFromBytes((caller.organisation() + "\0" + caller.person() + "\0" + command.key())
                                .getBytes(StandardCharsets.UTF_8))
                        .toString()
                : UUID.randomUUID().toString();
    }

    private static void requireHr(Caller caller) {
        if (!caller.is(Role.HR)) {
            throw new RefusedException(Refusal.of("forbidden"));
        }
    }

    /** @param url address that gets the messages */
    record Registration(
            @NotNull @Size(max = 1000) String url, @NotNull WebhookFormat format) {}

    /**
     * @param stopped why it gets no messages; null while it gets them
     * @param failingSince moment since which every message failed; null after a success
     * @param formerSecretUntil end of the former secret; null for none
     * @param secret only in the answer to the command that made it
     * @param attempts the last attempts, newest first
     */
    record WebhookView(
            String id,
            String url,
            WebhookFormat format,
            @Nullable StopReason stopped,
            @Nullable Instant failingSince,
            @Nullable Instant formerSecretUntil,
            @Nullable String secret,
            List<Attempt> attempts) {}
}
