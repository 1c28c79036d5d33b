package nl.klimrek.journal.chain;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A SHA-256 hash.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record Hash(String hex) {

    private static final int DIGITS = 64;

    public Hash {
        if (hex == null || !isHash(hex)) {
            throw new IllegalArgumentException("not a SHA-256 hash");
        }
    }

    /** Checks digit by digit, because a regular expression is slower and each entry has several hashes. */
    private static boolean isHash(String hex) {
        boolean valid = hex.length() == DIGITS;
        for (int i = 0; valid && i < DIGITS; i++) {
            char digit = hex.charAt(i);
            valid = digit >= '0' && digit <= '9' || digit >= 'a' && digit <= 'f';
        }
        return valid;
    }

    /** The hash of these bytes. */
    public static Hash of(byte[] bytes) {
        try {
            return new Hash(HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The 32 bytes. */
    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}
