package nl.klimrek.reminders.webhookdelivery;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nl.klimrek.contracts.reminders.PromptActed;
import nl.klimrek.contracts.reminders.PromptEscalated;
import nl.klimrek.contracts.reminders.PromptSent;
import nl.klimrek.eventing.EventMeta;
import org.jspecify.annotations.Nullable;

/**
 * What a webhook is told: a fact about a prompt, without words, or that this is a test.
 *
 * @param type name of the fact, such as {@code prompt.sent}
 * @param at moment at which it happened
 * @param prompt id of the prompt; null for a test
 * @param kind kind of the prompt, such as {@code prepare}; null for a test
 * @param person person id of the one who is asked; null for a test
 */
public record WebhookFact(
        String type,
        Instant at,
        @Nullable String prompt,
        @Nullable String kind,
        @Nullable String person) {

    static final String TEST = "webhook.test";

    /** Types of facts by the class of their event. */
    static final Map<Class<? extends Record>, String> TYPES = Map.of(
            PromptSent.class, "prompt.sent",
            PromptActed.class, "prompt.acted",
            PromptEscalated.class, "prompt.escalated");

    static WebhookFact test(Instant at) {
        return new WebhookFact(TEST, at, null, null, null);
    }

    static Optional<WebhookFact> of(Record event, EventMeta meta) {
        if (event instanceof PromptSent sent) {
            return Optional.of(about(event, meta, sent.prompt(), sent.actor()));
        }
        if (event instanceof PromptActed acted) {
            return Optional.of(about(event, meta, acted.prompt(), acted.actor()));
        }
        return event instanceof PromptEscalated escalated
                ? Optional.of(about(event, meta, escalated.prompt(), escalated.actor()))
                : Optional.empty();
    }

    private static WebhookFact about(Record event, EventMeta meta, String prompt, String person) {
        return new WebhookFact(
                Objects.requireNonNull(TYPES.get(event.getClass())),
                meta.time(),
                prompt,
                prompt.replaceFirst(":.*", ""),
                person);
    }
}
