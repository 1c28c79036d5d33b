package nl.klimrek.portal.security;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import nl.klimrek.portal.PortalSettings;
import nl.klimrek.portal.gateway.ResilientHttpClient;
import nl.klimrek.portal.reader.ServiceTokenProvider;
import nl.klimrek.portal.signin.DiscoveredIssuer;
import nl.klimrek.portal.signin.SignInSettings;
import nl.klimrek.servicekit.security.SecuritySettings;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientProviderBuilder;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.IdTokenClaimNames;

/**
 * The portal as an OpenID Connect client of the organisation's own issuer, or else of the demo's. The demo's endpoints are
 * fixed instead of discovered, so that the portal starts while the issuer does not answer. Browsers use its outer address, the
 * portal its inner one.
 */
@Configuration(proxyBeanMethods = false)
class OidcClientConfiguration {
    static final String REGISTRATION = "klimrek";
    static final String CLIENT = "portal";
    private static final String OWN = "klimrek.portal.sign-in.issuer";

    @Bean
    @ConditionalOnProperty(OWN)
    DiscoveredIssuer ownIssuer(PortalSettings portal, SignInSettings settings, ResilientHttpClient http, Clock clock) {
        return new DiscoveredIssuer(
                REGISTRATION, portal.at("/login/oauth2/code/" + REGISTRATION), settings, http, clock);
    }

    /** The demo's issuer issues Klimrek's own claims, so services accept its tokens unchanged. */
    @Bean
    @ConditionalOnProperty(name = OWN, havingValue = "none", matchIfMissing = true)
    ServiceTokenProvider issuerTokens() {
        return (user, token) -> Optional.of(token.getTokenValue());
    }

    @Bean
    @ConditionalOnProperty(name = OWN, havingValue = "none", matchIfMissing = true)
    ClientRegistrationRepository issuer(PortalSettings portal, SecuritySettings security) {
        return new InMemoryClientRegistrationRepository(ClientRegistration.withRegistrationId(REGISTRATION)
                .clientId(CLIENT)
                .clientSecret(portal.clientSecret())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(portal.at("/login/oauth2/code/" + REGISTRATION))
                .scope("openid", "profile")
                .authorizationUri(portal.at("/identity/oauth2/authorize"))
                .tokenUri(portal.issuerAt("/oauth2/token"))
                .jwkSetUri(security.jwkSetUri())
                .issuerUri(security.issuer())
                .userNameAttributeName(IdTokenClaimNames.SUB)
                .providerConfigurationMetadata(Map.of("end_session_endpoint", portal.at("/identity/connect/logout")))
                .build());
    }

    /** Tokens live as long as the session and nowhere else. */
    @Bean
    OAuth2AuthorizedClientRepository sessionTokens() {
        return new HttpSessionOAuth2AuthorizedClientRepository();
    }

    @Bean
    OAuth2AuthorizedClientManager tokenRefresh(
            ClientRegistrationRepository issuer, OAuth2AuthorizedClientRepository tokens) {
        DefaultOAuth2AuthorizedClientManager manager = new DefaultOAuth2AuthorizedClientManager(issuer, tokens);
        manager.setAuthorizedClientProvider(OAuth2AuthorizedClientProviderBuilder.builder()
                .authorizationCode()
                .refreshToken()
                .build());
        return manager;
    }
}
