package nl.klimrek.contracts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.HexFormat;

/**
 * Proves a private text without showing it: SHA-256 over a random salt and the canonical content. Only the hash leaves the service; salt
 * and content stay together. Deleting both erases the text completely, and the hash still shows that nothing was changed.
 *
 * @param salt 16 random bytes, in hex
 * @param hash SHA-256 of salt bytes and content, in hex
 */
public record Commitment(String salt, String hash) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SALT_BYTES = 16;

    /** A commitment to this content under a fresh salt. */
    public static Commitment to(String content) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return of(HexFormat.of().formatHex(salt), content);
    }

    /** The commitment to this content under a given salt. */
    public static Commitment of(String salt, String content) {
        MessageDigest digest = sha256();
        digest.update(HexFormat.of().parseHex(salt));
        digest.update(canonical(content).getBytes(StandardCharsets.UTF_8));
        return new Commitment(salt, HexFormat.of().formatHex(digest.digest()));
    }

    /** Whether this content is what was committed to. */
    public boolean proves(String content) {
        return of(salt, content).hash.equals(hash);
    }

    /** The same words are the same content, whatever way their accents or line ends were typed. */
    private static String canonical(String content) {
        return Normalizer.normalize(content, Normalizer.Form.NFC)
                .replace("\r\n", "\n")
                .strip();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
