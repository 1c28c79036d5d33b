package nl.klimrek.contracts.hr;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Proves which HR system a record on the inbound topic comes from: an HMAC with SHA-256 under a secret that the HR system
 * and the platform share, as 64 hexadecimal digits in the CloudEvents extension {@value #ATTRIBUTE}.
 *
 * <p>What is signed: each attribute but the signature itself, sorted by name, as {@code name:value} and a line feed; then
 * one more line feed; then the data as it is sent. A value with a control character cannot be signed, because it could
 * be read as two attributes.
 */
public final class RecordSignature {

    /** Name of the extension. */
    public static final String ATTRIBUTE = "signature";

    private static final String ALGORITHM = "HmacSHA256";

    private RecordSignature() {}

    /**
     * The signature of a record.
     *
     * @param attributes CloudEvents attributes and extensions by name
     * @param data the bytes of the event's data
     * @throws IllegalArgumentException an attribute holds a control character
     */
    public static String of(String secret, Map<String, String> attributes, byte[] data) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            mac.update(head(attributes).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(data));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no " + ALGORITHM, e);
        }
    }

    /** Whether a record carries the signature that this secret makes. Takes equally long wherever the two differ. */
    public static boolean isBy(String secret, Map<String, String> attributes, byte[] data) {
        String given = attributes.get(ATTRIBUTE);
        if (given == null
                || Stream.concat(attributes.keySet().stream(), attributes.values().stream())
                        .anyMatch(RecordSignature::hasControl)) {
            return false;
        }
        return MessageDigest.isEqual(
                of(secret, attributes, data).getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    private static String head(Map<String, String> attributes) {
        StringBuilder head = new StringBuilder();
        new TreeMap<>(attributes).forEach((name, value) -> {
            if (hasControl(name) || hasControl(value)) {
                throw new IllegalArgumentException("An attribute with a control character cannot be signed");
            }
            if (!name.equals(ATTRIBUTE)) {
                head.append(name).append(':').append(value).append('\n');
            }
        });
        return head.append('\n').toString();
    }

    private static boolean hasControl(String text) {
        return text.chars().anyMatch(Character::isISOControl);
    }
}
