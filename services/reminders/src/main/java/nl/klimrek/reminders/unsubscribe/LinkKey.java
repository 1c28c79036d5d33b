package nl.klimrek.reminders.unsubscribe;

import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The key that signs links of one organisation.
 *
 * @param secret 32 random bytes, hexadecimal
 */
public record LinkKey(String secret) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    static LinkKey random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new LinkKey(HexFormat.of().formatHex(bytes));
    }

    byte[] bytes() {
        return HexFormat.of().parseHex(secret);
    }

    @Override
    public String toString() {
        return "LinkKey";
    }
}
