package nl.klimrek.portal.webhooks;

import java.util.List;
import java.util.stream.Stream;
import nl.klimrek.portal.form.Choice;
import nl.klimrek.portal.reader.Reader;
import nl.klimrek.portal.services.Section;
import nl.klimrek.portal.webhooks.WebhookResponse.Attempt;
import org.jspecify.annotations.Nullable;

/**
 * HR's webhooks.
 *
 * @param formats forms of messages to choose from
 */
record WebhookPage(Section<List<Card>> webhooks, List<Choice> formats) {

    private static final int SHOWN = 10;

    static WebhookPage of(Reader reader, Section<List<WebhookResponse>> webhooks) {
        return new WebhookPage(
                webhooks.map(all ->
                        all.stream().map(webhook -> card(reader, webhook)).toList()),
                Stream.of("PLAIN", "TEAMS", "SLACK")
                        .map(format -> new Choice(
                                format,
                                reader.say("webhooks.format." + format),
                                reader.say("webhooks.format." + format + ".hint")))
                        .toList());
    }

    private static Card card(Reader reader, WebhookResponse webhook) {
        return new Card(
                webhook.id(),
                webhook.url(),
                reader.say("webhooks.format." + webhook.format()),
                webhook.stopped() == null,
                webhook.stopped() == null ? null : reader.say("webhooks.stopped." + webhook.stopped()),
                webhook.failingSince() == null
                        ? null
                        : reader.say("webhooks.failing", reader.moment(webhook.failingSince())),
                webhook.formerSecretUntil() == null
                        ? null
                        : reader.say("webhooks.former", reader.moment(webhook.formerSecretUntil())),
                webhook.attempts().stream()
                        .limit(SHOWN)
                        .map(attempt -> line(reader, attempt))
                        .toList());
    }

    private static String line(Reader reader, Attempt attempt) {
        String ended = reader.say(
                "webhooks.attempt",
                reader.moment(attempt.at()),
                reader.say("webhooks.fact." + attempt.type()),
                reader.say("webhooks.outcome." + attempt.outcome(), attempt.status() == null ? "" : attempt.status()));
        return attempt.nextAt() == null
                ? ended
                : ended + " " + reader.say("webhooks.next", reader.moment(attempt.nextAt()));
    }

    /**
     * @param stopped  why it gets no messages; null while it gets them
     * @param failing  since when every message fails; null when they arrive
     * @param former   until when the former secret counts as well; null for none
     * @param attempts the last attempts in words
     */
    record Card(
            String id,
            String url,
            String format,
            boolean active,
            @Nullable String stopped,
            @Nullable String failing,
            @Nullable String former,
            List<String> attempts) {}
}
