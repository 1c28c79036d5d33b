package nl.klimrek.portal.reader;

import java.util.Optional;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** The token with which services are asked for somebody who is signed in. */
@FunctionalInterface
public interface ServiceTokenProvider {

    /**
     * A token that services accept now.
     *
     * @param issuerToken the issuer's access token, which is good now
     * @return empty when this user is nobody here any more
     * @throws Unavailable when that cannot be found out now
     */
    Optional<String> of(OidcUser user, OAuth2AccessToken issuerToken);

    /** Nobody says now whether this user is still somebody here. */
    final class Unavailable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Unavailable(Throwable cause) {
            super("unavailable", cause, false, false);
        }
    }
}
