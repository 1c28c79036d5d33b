package nl.klimrek.identity.tokens;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.server.authorization.InMemoryOAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;

/**
 * Keeps logins in memory while they can be refreshed. After a restart people log in again, but issued tokens stay
 * valid. Client-credentials tokens are not kept, so a million of them use no memory.
 */
final class ExpiringAuthorizationService implements OAuth2AuthorizationService {

    private record Ending(OAuth2Authorization authorization, Instant at) {}

    private final InMemoryOAuth2AuthorizationService memory = new InMemoryOAuth2AuthorizationService();
    private final Map<String, Ending> endings = new ConcurrentHashMap<>();
    private final Clock clock;
    private final Duration maxAge;

    /** @param maxAge an authorization that has not changed for this time is unusable */
    ExpiringAuthorizationService(Clock clock, Duration maxAge) {
        this.clock = clock;
        this.maxAge = maxAge;
    }

    @Override
    public void save(OAuth2Authorization authorization) {
        if (AuthorizationGrantType.CLIENT_CREDENTIALS.equals(authorization.getAuthorizationGrantType())) {
            return;
        }
        forgetEnded();
        memory.save(authorization);
        endings.put(
                authorization.getId(), new Ending(authorization, clock.instant().plus(maxAge)));
    }

    @Override
    public void remove(OAuth2Authorization authorization) {
        memory.remove(authorization);
        endings.remove(authorization.getId());
    }

    @Override
    public OAuth2Authorization findById(String id) {
        return memory.findById(id);
    }

    @Override
    public OAuth2Authorization findByToken(String token, OAuth2TokenType tokenType) {
        return memory.findByToken(token, tokenType);
    }

    private void forgetEnded() {
        Instant now = clock.instant();
        endings.forEach((id, ending) -> {
            if (now.isAfter(ending.at()) && endings.remove(id, ending)) {
                memory.remove(ending.authorization());
            }
        });
    }
}
