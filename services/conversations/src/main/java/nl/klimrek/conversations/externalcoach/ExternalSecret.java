package nl.klimrek.conversations.externalcoach;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import nl.klimrek.eventing.Key;

/**
 * The secret in a link or a session of an external coach: the account, so that it is found by key, and 256 random bits, of which
 * only the hash is stored.
 *
 * @param account organisation and id of the coach
 * @param random 32 random bytes, never stored
 */
public record ExternalSecret(Key account, byte[] random) {

    /** No secret is longer; anything else is not looked at. */
    public static final int MAX_LENGTH = 600;

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    /** A secret that nobody knows yet. */
    public static ExternalSecret fresh(Key account) {
        byte[] random = new byte[BYTES];
        RANDOM.nextBytes(random);
        return new ExternalSecret(account, random);
    }

    /** Reads a secret; empty for anything that never was one. */
    public static Optional<ExternalSecret> read(String text) {
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            int at = bytes.length - BYTES;
            return at < 1
                    ? Optional.empty()
                    : Optional.of(new ExternalSecret(
                            Key.parse(new String(bytes, 0, at, StandardCharsets.UTF_8)),
                            Arrays.copyOfRange(bytes, at, bytes.length)));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /** As it stands in a link. */
    public String value() {
        byte[] name = account.value().getBytes(StandardCharsets.UTF_8);
        byte[] bytes = Arrays.copyOf(name, name.length + BYTES);
        System.arraycopy(random, 0, bytes, name.length, BYTES);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The stored form, which does not reveal the secret. */
    public String hash() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(random));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    @Override
    public String toString() {
        return "ExternalSecret[" + account + "]";
    }
}
