package nl.klimrek.reminders.webhookclient;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import nl.klimrek.reminders.webhooks.WebhookSecret;

/** Signs messages as Standard Webhooks says: {@code v1}, HMAC-SHA256 of id, timestamp and payload. */
public final class WebhookSignature {

    private static final String ALGORITHM = "HmacSHA256";

    private WebhookSignature() {}

    /** The header's value: a signature with each secret. */
    public static String of(List<WebhookSecret> secrets, String message, Instant at, String payload) {
        String signed = message + "." + at.getEpochSecond() + "." + payload;
        return secrets.stream()
                .map(secret -> "v1," + Base64.getEncoder().encodeToString(hmac(secret.key(), signed)))
                .collect(Collectors.joining(" "));
    }

    private static byte[] hmac(byte[] key, String signed) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(signed.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has HmacSHA256", impossible);
        }
    }
}
