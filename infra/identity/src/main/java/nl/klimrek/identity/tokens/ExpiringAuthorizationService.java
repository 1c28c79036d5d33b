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
 * Remembers logins while they can still be refreshed, in memory: after a restart people log in again, but tokens that
 * were given out stay good. A machine's token speaks for itself and is not remembered, so that asking for a million of
 * them costs no memory.
 */
final class ExpiringAuthorizationService implements OAuth2AuthorizationService {

    private record Ending(OAuth2Authorization authorization, Instant at) {}

    private final InMemoryOAuth2AuthorizationService memory = new InMemoryOAuth2AuthorizationService();
    private final Map<String, Ending> endings = new ConcurrentHashMap<>();
    private final Clock clock;
    private final Duration longest;

    /** @param longest after this time without change nothing of an authorization can be used */
    ExpiringAuthorizationService(Clock clock, Duration longest) {
        this.clock = clock;
        this.longest = longest;
    }

    @Override
    public void save(OAuth2Authorization authorization) {
        if (AuthorizationGrantType.CLIENT_CREDENTIALS.equals(authorization.getAuthorizationGrantType())) {
            return;
        }
        forgetEnded();
        memory.save(authorization);
        endings.put(
                authorization.getId(), new Ending(authorization, clock.instant().plus(longest)));
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
