package nl.klimrek.servicekit.security;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;

/**
 * The issuer whose tokens a service accepts.
 *
 * @param issuer exact {@code iss} of accepted tokens; default the portal's address of {@code infra/up}
 * @param audience value that {@code aud} must contain; default {@code klimrek}
 * @param jwkSetUri where the issuer's public keys are fetched; apart from the issuer because a service may reach it by
 *     an inner address
 * @param algorithm the only signature algorithm of accepted tokens, by its JWS name: {@code RS256} (default) for the demo's
 *     issuer, {@code ES256} where the portal signs; RS, PS or ES with 256, 384 or 512
 * @param clockSkew how far clocks of issuer and service may differ, 0 to 5 minutes; default 30 seconds
 * @param operators address ranges that may read metrics at the management port without a token, unless through a proxy;
 *     default loopback
 */
@ConfigurationProperties("klimrek.security")
public record SecuritySettings(
        @DefaultValue("http://localhost:8080/identity") String issuer,
        @DefaultValue("klimrek") String audience,

        @DefaultValue("http://localhost:8080/identity/oauth2/jwks")
        String jwkSetUri,

        @DefaultValue("RS256") String algorithm,
        @DefaultValue("30s") Duration clockSkew,
        @DefaultValue({"127.0.0.0/8", "::1/128"}) List<String> operators) {
    private static final Duration MOST_SKEW = Duration.ofMinutes(5);

    public SecuritySettings {
        operators = List.copyOf(operators);
        if (issuer.isBlank() || audience.isBlank() || jwkSetUri.isBlank()) {
            throw new IllegalArgumentException("klimrek.security needs issuer, audience and jwk-set-uri");
        }
        if (SignatureAlgorithm.from(algorithm) == null) {
            throw new IllegalArgumentException("klimrek.security.algorithm must be RS, PS or ES with 256, 384 or 512");
        }
        if (clockSkew.isNegative() || clockSkew.compareTo(MOST_SKEW) > 0) {
            throw new IllegalArgumentException("klimrek.security.clock-skew must be 0 to 5 minutes");
        }
    }
}
