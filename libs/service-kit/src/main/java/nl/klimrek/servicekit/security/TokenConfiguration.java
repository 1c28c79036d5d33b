package nl.klimrek.servicekit.security;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.client.RestTemplateBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** Verifies tokens: one algorithm by the issuer's keys and nothing else, issuer, audience, a present expiry, and our claims. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SecuritySettings.class)
public class TokenConfiguration {
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    @Bean
    @ConditionalOnMissingBean
    JwtDecoder tokenDecoder(SecuritySettings settings, Clock clock, RestTemplateBuilder http) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(settings.jwkSetUri())
                .jwsAlgorithm(SignatureAlgorithm.from(settings.algorithm()))
                .restOperations(http.connectTimeout(PATIENCE)
                        .readTimeout(PATIENCE)
                        .additionalInterceptors(new JwkSetCache(clock))
                        .build())
                .build();
        decoder.setJwtValidator(token -> OAuth2TokenValidatorResult.success());
        return new VerifiedTokenCache(decoder, validator(settings, clock), clock);
    }

    /** The checks of a token besides its signature; public so that a test's decoder makes the same checks. */
    public static OAuth2TokenValidator<Jwt> validator(SecuritySettings settings, Clock clock) {
        JwtTimestampValidator time = new JwtTimestampValidator(settings.clockSkew());
        time.setClock(clock);
        return new DelegatingOAuth2TokenValidator<>(
                time,
                new JwtIssuerValidator(settings.issuer()),
                new JwtClaimValidator<List<String>>(
                        "aud", audience -> audience != null && audience.contains(settings.audience())),
                new JwtClaimValidator<Object>("exp", expiry -> expiry != null),
                TokenConfiguration::namesCaller);
    }

    private static OAuth2TokenValidatorResult namesCaller(Jwt token) {
        try {
            Caller.of(token);
            return OAuth2TokenValidatorResult.success();
        } catch (RuntimeException incomplete) {
            return OAuth2TokenValidatorResult.failure(
                    new OAuth2Error("invalid_token", "The token names no person and organisation", null));
        }
    }
}
