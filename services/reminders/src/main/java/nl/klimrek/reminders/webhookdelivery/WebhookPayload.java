package nl.klimrek.reminders.webhookdelivery;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import nl.klimrek.reminders.timing.RemindersProperties;
import nl.klimrek.reminders.webhooks.Webhook;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Writes a fact in a webhook's format. A program gets ids and codes. A channel, which many people read, gets the kind of the prompt
 * in general words and a link, and not whom it concerns.
 */
@Component
class WebhookPayload {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final MessageSource messages;
    private final RemindersProperties properties;

    WebhookPayload(MessageSource messages, RemindersProperties properties) {
        this.messages = messages;
        this.properties = properties;
    }

    /** The body of the message, in JSON. */
    String of(WebhookFact fact, Webhook webhook) {
        Locale locale = Locale.forLanguageTag(webhook.language());
        return (switch (webhook.format()) {
                    case PLAIN -> plain(fact);
                    case TEAMS -> teams(fact, locale);
                    case SLACK -> slack(fact, locale);
                })
                .toString();
    }

    private static ObjectNode plain(WebhookFact fact) {
        ObjectNode body = JSON.objectNode()
                .put("type", fact.type())
                .put("timestamp", fact.at().toString());
        ObjectNode data = body.putObject("data");
        if (fact.prompt() != null) {
            data.put("prompt", fact.prompt()).put("kind", fact.kind()).put("person", fact.person());
        }
        return body;
    }

    private ObjectNode teams(WebhookFact fact, Locale locale) {
        ObjectNode card = JSON.objectNode()
                .put("$schema", "http://adaptivecards.io/schemas/adaptive-card.json")
                .put("type", "AdaptiveCard")
                .put("version", "1.4");
        card.putArray("body")
                .addObject()
                .put("type", "TextBlock")
                .put("text", text(fact, locale))
                .put("wrap", true);
        card.putArray("actions")
                .addObject()
                .put("type", "Action.OpenUrl")
                .put("title", say("webhook.open", locale))
                .put("url", link());
        ObjectNode body = JSON.objectNode().put("type", "message");
        body.putArray("attachments")
                .addObject()
                .put("contentType", "application/vnd.microsoft.card.adaptive")
                .set("content", card);
        return body;
    }

    private ObjectNode slack(WebhookFact fact, Locale locale) {
        ObjectNode body = JSON.objectNode().put("text", text(fact, locale));
        body.putArray("blocks")
                .add(JSON.objectNode()
                        .put("type", "section")
                        .set("text", JSON.objectNode().put("type", "plain_text").put("text", text(fact, locale))))
                .add(JSON.objectNode()
                        .put("type", "actions")
                        .set(
                                "elements",
                                JSON.arrayNode()
                                        .add(JSON.objectNode()
                                                .put("type", "button")
                                                .put("url", link())
                                                .set(
                                                        "text",
                                                        JSON.objectNode()
                                                                .put("type", "plain_text")
                                                                .put("text", say("webhook.open", locale))))));
        return body;
    }

    private String text(WebhookFact fact, Locale locale) {
        return fact.kind() == null
                ? say("webhook.test", locale)
                : say(fact.type(), locale, say("mail." + fact.kind() + ".subject", locale));
    }

    private String link() {
        return properties.portalUrl() + "/hr/reminders";
    }

    private String say(String key, Locale locale, Object... values) {
        return messages.getMessage(key.startsWith("prompt.") ? "webhook." + key : key, values, locale);
    }
}
