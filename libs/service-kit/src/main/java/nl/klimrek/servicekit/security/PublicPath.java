package nl.klimrek.servicekit.security;

import java.util.Set;
import org.springframework.http.HttpMethod;

/**
 * An operation that needs no token, because what names it is a secret of its own. A service declares one bean each; nothing
 * beside its method and path is open.
 *
 * @param method GET, or POST for a step that the secret itself allows and that may be repeated
 * @param pattern path below {@code /api/}, with {@code *} for a part of one segment; never {@code **}
 */
public record PublicPath(HttpMethod method, String pattern) {
    public PublicPath {
        if (pattern == null || !pattern.startsWith("/api/") || pattern.contains("**")) {
            throw new IllegalArgumentException("An open path is one path below /api/");
        }
        if (!Set.of(HttpMethod.GET, HttpMethod.POST).contains(method)) {
            throw new IllegalArgumentException("An open operation is a GET or a POST");
        }
    }

    /** A path that may be read. */
    public PublicPath(String pattern) {
        this(HttpMethod.GET, pattern);
    }
}
