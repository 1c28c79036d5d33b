package nl.klimrek.conversations.calendar;

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
 * The token in a feed link: its owner, so that the feed is found by key, and 256 random bits.
 *
 * @param owner organisation and person
 * @param secret 32 random bytes, never stored
 */
record CalendarFeedToken(Key owner, byte[] secret) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    static CalendarFeedToken fresh(Key owner) {
        byte[] secret = new byte[BYTES];
        RANDOM.nextBytes(secret);
        return new CalendarFeedToken(owner, secret);
    }

    /** Reads a link's token; empty for anything that never was one. */
    static Optional<CalendarFeedToken> read(String token) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(token);
            int at = bytes.length - BYTES;
            return at < 1
                    ? Optional.empty()
                    : Optional.of(new CalendarFeedToken(
                            Key.parse(new String(bytes, 0, at, StandardCharsets.UTF_8)),
                            Arrays.copyOfRange(bytes, at, bytes.length)));
        } catch (IllegalArgumentException noToken) {
            return Optional.empty();
        }
    }

    /** As it stands in the link. */
    String value() {
        byte[] name = owner.value().getBytes(StandardCharsets.UTF_8);
        byte[] bytes = Arrays.copyOf(name, name.length + BYTES);
        System.arraycopy(secret, 0, bytes, name.length, BYTES);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The stored form, which does not reveal the secret. */
    String hash() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(secret));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    @Override
    public String toString() {
        return "FeedToken[" + owner + "]";
    }
}
