package nl.klimrek.portal.reader;

import java.util.Optional;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** Provides the token with which services are called for a signed-in user. */
@FunctionalInterface
public interface ServiceTokenProvider {

    /**
     * A token that services accept now.
     *
     * @param issuerToken the issuer's access token, which is good now
     * @return empty when this user may no longer sign in
     * @throws Unavailable when that cannot be checked now
     */
    Optional<String> of(OidcUser user, OAuth2AccessToken issuerToken);

    /** It is not known now whether this user may still sign in. */
    final class Unavailable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Unavailable(Throwable cause) {
            super("unavailable", cause, false, false);
        }
    }
}
