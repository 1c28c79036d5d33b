package nl.klimrek.portal.signin;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import nl.klimrek.servicekit.security.JwkSetCache;
import nl.klimrek.servicekit.security.SecuritySettings;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.client.RestTemplateBuilder;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestOperations;

/** Verifies tokens of the organisation's issuer: its keys, the algorithms of the settings, issuer, audience and expiry. */
final class ForeignTokenVerifier implements JwtDecoderFactory<ClientRegistration> {
    private static final Duration TIMEOUT = Duration.ofSeconds(3);

    private final DiscoveredIssuer issuer;
    private final SignInSettings settings;
    private final SecuritySettings security;
    private final Clock clock;
    private final RestOperations http;
    private @Nullable NimbusJwtDecoder verifier;
    private @Nullable String keysAt;

    ForeignTokenVerifier(
            DiscoveredIssuer issuer,
            SignInSettings settings,
            SecuritySettings security,
            RestTemplateBuilder http,
            CircuitBreaker breaker,
            Clock clock) {
        this.issuer = issuer;
        this.settings = settings;
        this.security = security;
        this.clock = clock;
        this.http = http.connectTimeout(TIMEOUT)
                .readTimeout(TIMEOUT)
                .additionalInterceptors(new JwkSetCache(clock), new CircuitBreakerInterceptor(breaker))
                .build();
    }

    /** For ID tokens (OpenID Connect Core 1.0 §3.1.3.7). */
    @Override
    public JwtDecoder createDecoder(ClientRegistration client) {
        OidcIdTokenValidator idToken = new OidcIdTokenValidator(client);
        idToken.setClock(clock);
        idToken.setClockSkew(security.clockSkew());
        return checking(new DelegatingOAuth2TokenValidator<>(
                time(), new JwtIssuerValidator(settings.issuer().toString()), idToken));
    }

    /** For access tokens of API callers; without an audience in the settings none is good. */
    JwtDecoder accessTokens() {
        return checking(new DelegatingOAuth2TokenValidator<>(
                time(),
                new JwtIssuerValidator(settings.issuer().toString()),
                new JwtClaimValidator<Object>("exp", expiry -> expiry != null),
                new JwtClaimValidator<List<String>>(
                        "aud",
                        audience -> !settings.audience().isEmpty()
                                && audience != null
                                && audience.contains(settings.audience()))));
    }

    private JwtDecoder checking(OAuth2TokenValidator<Jwt> validator) {
        return token -> {
            Jwt verified = verifier().decode(token);
            var checked = validator.validate(verified);
            if (checked.hasErrors()) {
                throw new org.springframework.security.oauth2.jwt.JwtValidationException(
                        "The token is not good here", checked.getErrors());
            }
            return verified;
        };
    }

    private JwtTimestampValidator time() {
        JwtTimestampValidator time = new JwtTimestampValidator(security.clockSkew());
        time.setClock(clock);
        return time;
    }

    /** One for all tokens, so that keys are fetched once; a new one when the issuer moved its keys. */
    private synchronized NimbusJwtDecoder verifier() {
        String at = issuer.client().getProviderDetails().getJwkSetUri();
        if (verifier == null || !at.equals(keysAt)) {
            NimbusJwtDecoder current = NimbusJwtDecoder.withJwkSetUri(at)
                    .restOperations(http)
                    .jwsAlgorithms(algorithms ->
                            settings.algorithms().forEach(name -> algorithms.add(SignatureAlgorithm.from(name))))
                    .build();
            // Every purpose has its own checks, made above.
            current.setJwtValidator(
                    token -> org.springframework.security.oauth2.core.OAuth2TokenValidatorResult.success());
            verifier = current;
            keysAt = at;
        }
        return verifier;
    }
}
