package nl.klimrek.reminders.webhooks;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The secret with which messages to a webhook are signed, as Standard Webhooks writes it. It is shown once, and never logged.
 *
 * @param value {@code whsec_} and the key in base64
 */
public record WebhookSecret(@JsonValue String value) {

    private static final String PREFIX = "whsec_";
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public WebhookSecret {}

    /** A new secret of 256 random bits. */
    public static WebhookSecret fresh() {
        byte[] key = new byte[BYTES];
        RANDOM.nextBytes(key);
        return new WebhookSecret(PREFIX + Base64.getEncoder().encodeToString(key));
    }

    /** The key. */
    public byte[] key() {
        return Base64.getDecoder().decode(value.startsWith(PREFIX) ? value.substring(PREFIX.length()) : value);
    }

    @Override
    public String toString() {
        return "WebhookSecret";
    }
}
