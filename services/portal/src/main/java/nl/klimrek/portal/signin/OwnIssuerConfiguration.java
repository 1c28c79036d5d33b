package nl.klimrek.portal.signin;

import java.time.Clock;
import nl.klimrek.portal.PortalSettings;
import nl.klimrek.portal.upstream.Upstreams;
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
    PortalKey portalKey(SignInSettings settings) {
        return PortalKey.in(settings.signingKey());
    }

    @Bean
    InternalTokens internalTokens(PortalKey key, SecuritySettings security, Clock clock) {
        return new InternalTokens(key, security, clock);
    }

    @Bean
    ClaimMapping claimMapping(SignInSettings settings) {
        return new ClaimMapping(settings);
    }

    @Bean
    SignInLinks signInLinks(
            Upstreams upstreams, PortalSettings portal, SignInSettings settings, InternalTokens tokens, Clock clock) {
        return new SignInLinks(upstreams, portal, settings, tokens, clock);
    }

    @Bean
    LinkedUsers linkedUsers(ClaimMapping mapping, SignInLinks links, InternalTokens tokens) {
        return new LinkedUsers(mapping, links, tokens);
    }

    @Bean
    ForeignTokens foreignTokens(
            DiscoveredIssuer issuer,
            SignInSettings settings,
            SecuritySettings security,
            RestTemplateBuilder http,
            Clock clock) {
        return new ForeignTokens(issuer, settings, security, http, clock);
    }

    @Bean
    TokenExchange tokenExchange(
            ForeignTokens foreign, ClaimMapping mapping, SignInLinks links, InternalTokens tokens, Clock clock) {
        return new TokenExchange(foreign.accessTokens(), mapping, links, tokens, clock);
    }
}
