package nl.klimrek.servicekit.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
 * long the issuer's keys are trusted too; so a withdrawn key ends as soon as without this cache. At most
 * {@value #MAX_TOKENS} tokens are kept, in memory only; the least recently used is forgotten first.
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
        Jwt jwt = find(token);
        boolean known = jwt != null;
        if (jwt == null) {
            jwt = signatures.decode(token);
        }
        OAuth2TokenValidatorResult result = claims.validate(jwt);
        if (result.hasErrors()) {
            forget(token);
            throw new JwtValidationException(
                    "The token is not accepted: "
                            + result.getErrors().iterator().next().getDescription(),
                    result.getErrors());
        }
        if (!known) {
            remember(token, jwt);
        }
        return jwt;
    }

    private synchronized @Nullable Jwt find(String token) {
        Verified found = verified.get(token);
        return found != null && clock.instant().isBefore(found.until()) ? found.token() : null;
    }

    private synchronized void remember(String token, Jwt jwt) {
        verified.put(token, new Verified(jwt, clock.instant().plus(TRUSTED_FOR)));
    }

    private synchronized void forget(String token) {
        verified.remove(token);
    }

    private record Verified(Jwt token, Instant until) {}
}
