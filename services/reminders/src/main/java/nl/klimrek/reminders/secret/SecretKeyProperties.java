package nl.klimrek.reminders.secret;

import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Keys that encrypt secrets in the store. The service does not start with a key that is no key, or with a current one that is not among
 * them.
 *
 * @param current id of the key that encrypts; empty for none, and then no secret can be made
 * @param keys the keys by their ids, each 32 bytes in base64; those beside the current one decrypt only
 */
@ConfigurationProperties("klimrek.reminders.secret-keys")
public record SecretKeyProperties(
        @DefaultValue("") String current, @DefaultValue Map<String, String> keys) {

    /** Form of a key's id. */
    static final String ID = "[a-z0-9][a-z0-9-]{0,31}";

    private static final String NAME = "klimrek.reminders.secret-keys.";
    private static final int BYTES = 32;

    public SecretKeyProperties {
        keys = Map.copyOf(keys);
        keys.forEach((id, key) -> {
            require(id.matches(ID), "keys: an id has up to 32 lower-case letters, digits and hyphens");
            require(isKey(key), "keys." + id + " must be 32 bytes in base64, as from: openssl rand -base64 32");
        });
        require(!current.isEmpty() || keys.isEmpty(), "current must name the key that encrypts");
        require(current.isEmpty() || keys.containsKey(current), "current names no key of keys");
    }

    /** The keys as bytes. */
    Map<String, byte[]> bytes() {
        Map<String, byte[]> all = new TreeMap<>();
        keys.forEach((id, key) -> all.put(id, decode(key)));
        return all;
    }

    private static boolean isKey(String text) {
        try {
            return decode(text).length == BYTES;
        } catch (IllegalArgumentException noBase64) {
            return false;
        }
    }

    /** Reads base64 in either alphabet. */
    private static byte[] decode(String text) {
        return Base64.getUrlDecoder().decode(text.strip().replace('+', '-').replace('/', '_'));
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(NAME + rule);
        }
    }

    /** Without the keys. */
    @Override
    public String toString() {
        return "SecretKeyProperties[" + current + "]";
    }
}
