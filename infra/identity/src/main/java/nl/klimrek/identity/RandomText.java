package nl.klimrek.identity;

import java.security.SecureRandom;
import java.util.Base64;

/** Generates random secrets. */
final class RandomText {

    /** Without look-alikes (0/o, 1/l/i), because users type passwords from a screen. */
    private static final String READABLE = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final SecureRandom RANDOM = new SecureRandom();

    private RandomText() {}

    static String token() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static String password() {
        StringBuilder text = new StringBuilder();
        for (int group = 0; group < 3; group++) {
            text.append(group == 0 ? "" : "-");
            RANDOM.ints(4, 0, READABLE.length()).forEach(i -> text.append(READABLE.charAt(i)));
        }
        return text.toString();
    }
}
