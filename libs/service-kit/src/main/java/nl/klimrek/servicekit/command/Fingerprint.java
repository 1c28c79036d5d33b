package nl.klimrek.servicekit.command;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** SHA-256 over parts, each closed by a zero byte so that no two lists of parts run together; base64url without padding. */
final class Fingerprint {
    private static final String ATTRIBUTE = Fingerprint.class.getName();

    private Fingerprint() {}

    /** Method, path, query and body of a request, kept with it. */
    static void remember(HttpServletRequest request, byte[] body) {
        request.setAttribute(
                ATTRIBUTE,
                of(body, request.getMethod(), request.getRequestURI(), String.valueOf(request.getQueryString())));
    }

    static String of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof String known
                ? known
                : of(
                        new byte[0],
                        request.getMethod(),
                        request.getRequestURI(),
                        String.valueOf(request.getQueryString()));
    }

    static String of(String... parts) {
        return of(new byte[0], parts);
    }

    private static String of(byte[] last, String... parts) {
        MessageDigest digest = sha256();
        for (String part : parts) {
            digest.update(part.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest.digest(last));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
