package nl.klimrek.servicekit.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidationException;

/**
 * Remembers which tokens have a good signature, so that a person's next request does not verify the same one again.
 *
 * <p>Guarantee: every request checks expiry and claims. A signature is trusted for {@link #TRUSTED_FOR} at most, which is how
 * long the issuer's keys are trusted too; so a withdrawn key ends as soon as without this cache. Tokens are kept as hashes,
 * at most {@value #MAX_TOKENS}, the least recently used is forgotten first.
 */
final class VerifiedTokenCache implements JwtDecoder {

    static final Duration TRUSTED_FOR = Duration.ofMinutes(5);
    static final int MAX_TOKENS = 10_000;

    private final JwtDecoder signatures;
    private final OAuth2TokenValidator<Jwt> claims;
    private final Clock clock;
    private final Map<String, Verified> verified = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Verified> eldest) {
            return size() > MAX_TOKENS;
        }
    };

    /**
     * @param signatures verifies a token's signature
     * @param claims what else a token must satisfy, at every request
     */
    VerifiedTokenCache(JwtDecoder signatures, OAuth2TokenValidator<Jwt> claims, Clock clock) {
        this.signatures = signatures;
        this.claims = claims;
        this.clock = clock;
    }

    @Override
    public Jwt decode(String token) {
        String hash = hash(token);
        Jwt jwt = find(hash);
        boolean known = jwt != null;
        if (jwt == null) {
            jwt = signatures.decode(token);
        }
        OAuth2TokenValidatorResult result = claims.validate(jwt);
        if (result.hasErrors()) {
            forget(hash);
            throw new JwtValidationException(
                    "The token is not accepted: "
                            + result.getErrors().iterator().next().getDescription(),
                    result.getErrors());
        }
        if (!known) {
            remember(hash, jwt);
        }
        return jwt;
    }

    private synchronized @Nullable Jwt find(String hash) {
        Verified found = verified.get(hash);
        return found != null && clock.instant().isBefore(found.until()) ? found.token() : null;
    }

    private synchronized void remember(String hash, Jwt token) {
        verified.put(hash, new Verified(token, clock.instant().plus(TRUSTED_FOR)));
    }

    private synchronized void forget(String hash) {
        verified.remove(hash);
    }

    private static String hash(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private record Verified(Jwt token, Instant until) {}
}
