package nl.klimrek.reminders.secret;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Encrypts secrets with AES-256-GCM under the current key, and decrypts them with each key of the configuration. A secret is bound to its
 * place: copied to another one it cannot be decrypted. The random nonces of 96 bits are safe for 2<sup>32</sup> secrets of one key (NIST
 * SP 800-38D, 8.3).
 */
@Component
public class SecretVault {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String current;
    private final Map<String, SecretKey> keys;

    public SecretVault(SecretKeyProperties properties) {
        this.current = properties.current();
        this.keys = new TreeMap<>();
        properties.bytes().forEach((id, key) -> keys.put(id, new SecretKeySpec(key, "AES")));
    }

    /** Whether there is a key to encrypt with. */
    public boolean canSeal() {
        return !current.isEmpty();
    }

    /** Whether a stored secret is encrypted with the current key. */
    public boolean isCurrent(SealedSecret stored) {
        return stored.key().filter(current::equals).isPresent();
    }

    /**
     * Encrypts a secret.
     *
     * @param place where it is stored, as organisation and id
     * @throws IllegalStateException without a key
     */
    public SealedSecret seal(String secret, String place) {
        if (!canSeal()) {
            throw new IllegalStateException("No key is configured to encrypt secrets with");
        }
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        byte[] sealed = apply(Cipher.ENCRYPT_MODE, key(current), nonce, place, secret.getBytes(StandardCharsets.UTF_8));
        byte[] all = Arrays.copyOf(nonce, nonce.length + sealed.length);
        System.arraycopy(sealed, 0, all, nonce.length, sealed.length);
        return SealedSecret.of(current, Base64.getUrlEncoder().withoutPadding().encodeToString(all));
    }

    /**
     * Decrypts a secret; one that was stored before secrets were encrypted is returned as it is.
     *
     * @param place where it is stored
     * @throws SecretUnreadableException without its key, and for a secret that was changed or belongs to another place
     */
    public String open(SealedSecret stored, String place) {
        String id = stored.key().orElse(null);
        if (id == null) {
            return stored.value();
        }
        if (!keys.containsKey(id)) {
            throw new SecretUnreadableException("The key " + id + " is not configured");
        }
        byte[] all = Base64.getUrlDecoder().decode(stored.sealed().orElseThrow());
        if (all.length <= NONCE_BYTES) {
            throw new SecretUnreadableException("A stored secret is too short");
        }
        byte[] nonce = Arrays.copyOf(all, NONCE_BYTES);
        byte[] secret =
                apply(Cipher.DECRYPT_MODE, key(id), nonce, place, Arrays.copyOfRange(all, NONCE_BYTES, all.length));
        return new String(secret, StandardCharsets.UTF_8);
    }

    private SecretKey key(String id) {
        return Objects.requireNonNull(keys.get(id));
    }

    private static byte[] apply(int mode, SecretKey key, byte[] nonce, String place, byte[] text) {
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(text);
        } catch (AEADBadTagException changed) {
            throw new SecretUnreadableException("A stored secret was changed, or belongs to another place or key");
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has " + CIPHER, impossible);
        }
    }
}
