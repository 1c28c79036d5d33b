package nl.klimrek.portal.signin;

import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.time.Clock;
import nl.klimrek.portal.PortalSettings;
import nl.klimrek.portal.gateway.UpstreamClient;
import nl.klimrek.servicekit.security.SecuritySettings;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.client.RestTemplateBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Everything that is there only when people sign in at their organisation's own issuer. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("klimrek.portal.sign-in.issuer")
class OwnIssuerConfiguration {

    @Bean
    PortalSigningKey portalKey(SignInSettings settings) {
        return PortalSigningKey.in(settings.signingKey());
    }

    @Bean
    InternalTokenIssuer internalTokens(PortalSigningKey key, SecuritySettings security, Clock clock) {
        return new InternalTokenIssuer(key, security, clock);
    }

    @Bean
    ClaimMapper claimMapping(SignInSettings settings) {
        return new ClaimMapper(settings);
    }

    @Bean
    SignInLinkClient signInLinks(
            UpstreamClient upstreams,
            PortalSettings portal,
            SignInSettings settings,
            InternalTokenIssuer tokens,
            Clock clock) {
        return new SignInLinkClient(upstreams, portal, settings, tokens, clock);
    }

    @Bean
    LinkedUserService linkedUsers(ClaimMapper mapping, SignInLinkClient links, InternalTokenIssuer tokens) {
        return new LinkedUserService(mapping, links, tokens);
    }

    @Bean
    ForeignTokenVerifier foreignTokens(
            DiscoveredIssuer issuer,
            SignInSettings settings,
            SecuritySettings security,
            RestTemplateBuilder http,
            CircuitBreakerRegistry breakers,
            Clock clock) {
        return new ForeignTokenVerifier(
                issuer, settings, security, http, breakers.circuitBreaker(DiscoveredIssuer.INSTANCE), clock);
    }

    @Bean
    TokenExchange tokenExchange(
            ForeignTokenVerifier foreign,
            ClaimMapper mapping,
            SignInLinkClient links,
            InternalTokenIssuer tokens,
            Clock clock) {
        return new TokenExchange(foreign.accessTokens(), mapping, links, tokens, clock);
    }
}
