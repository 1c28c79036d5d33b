package nl.klimrek.contracts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.HexFormat;

/**
 * Stands for words that stay at home: SHA-256 over a random salt and the canonical content. The hash may travel; salt
 * and content stay together with their owner. Deleting both erases the words completely, while whoever kept the hash
 * can still show that nothing was changed.
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
