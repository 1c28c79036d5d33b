package nl.klimrek.portal.reader;

import java.util.Optional;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** The token with which services are asked for somebody who is signed in. */
@FunctionalInterface
public interface ServiceTokens {

    /**
     * A token that services accept now.
     *
     * @param issuerToken the issuer's access token, which is good now
     * @return empty when this user is nobody here any more
     */
    Optional<String> of(OidcUser user, OAuth2AccessToken issuerToken);
}
