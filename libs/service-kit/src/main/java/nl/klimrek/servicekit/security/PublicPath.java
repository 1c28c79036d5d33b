package nl.klimrek.servicekit.security;

/**
 * A path that may be read without a token, because what names it is a secret of its own. A service declares one bean each;
 * only GET is open, and nothing beside it.
 *
 * @param pattern path below {@code /api/}, with {@code *} for a part of one segment; never {@code **}
 */
public record PublicPath(String pattern) {
    public PublicPath {
        if (pattern == null || !pattern.startsWith("/api/") || pattern.contains("**")) {
            throw new IllegalArgumentException("An open path is one path below /api/");
        }
    }
}
