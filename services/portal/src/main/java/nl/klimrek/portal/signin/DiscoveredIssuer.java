package nl.klimrek.portal.signin;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import nl.klimrek.contracts.ContractJson;
import nl.klimrek.portal.gateway.ResilientHttpClient;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.oidc.IdTokenClaimNames;

/**
 * The portal's registration at the organisation's issuer. Endpoints are discovered on first use (OpenID Connect
 * Discovery 1.0 §4) and again every hour. The portal starts without the issuer, and uses earlier endpoints while it is
 * unavailable.
 */
public final class DiscoveredIssuer implements ClientRegistrationRepository {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    /** Name of the {@code resilience4j} instances for calls to the issuer. */
    static final String INSTANCE = "issuer";

    private static final Duration REFRESH_INTERVAL = Duration.ofHours(1);
    private static final Duration RETRY_INTERVAL = Duration.ofSeconds(5);

    private final String registration;
    private final String redirect;
    private final SignInSettings settings;
    private final ResilientHttpClient http;
    private final Clock clock;
    private final ObjectMapper json = ContractJson.mapper();
    private @Nullable ClientRegistration known;
    private @Nullable IOException failure;
    private Instant again = Instant.MIN;

    /** @param registration name of the registration; @param redirect where the issuer sends people back to */
    public DiscoveredIssuer(
            String registration, String redirect, SignInSettings settings, ResilientHttpClient http, Clock clock) {
        this.registration = registration;
        this.redirect = redirect;
        this.settings = settings;
        this.http = http;
        this.clock = clock;
    }

    @Override
    public @Nullable ClientRegistration findByRegistrationId(String id) {
        return registration.equals(id) ? client() : null;
    }

    /**
     * The portal's registration with the endpoints of the issuer.
     *
     * @throws IssuerUnavailableException when the issuer never answered yet and does not now
     */
    synchronized ClientRegistration client() {
        if (!clock.instant().isBefore(again)) {
            try {
                known = discover();
                again = clock.instant().plus(REFRESH_INTERVAL);
            } catch (IOException away) {
                failure = away;
                again = clock.instant().plus(RETRY_INTERVAL);
            }
        }
        if (known == null) {
            throw new IssuerUnavailableException("The issuer's configuration cannot be read", failure);
        }
        return known;
    }

    private ClientRegistration discover() throws IOException {
        Map<String, Object> metadata = read();
        if (!settings.issuer().toString().equals(metadata.get("issuer"))) {
            throw new IOException("The configuration names another issuer than klimrek.portal.sign-in.issuer");
        }
        try {
            return ClientRegistrations.fromOidcConfiguration(metadata)
                    .registrationId(registration)
                    .clientId(settings.clientId())
                    .clientSecret(settings.clientSecret())
                    .redirectUri(redirect)
                    .scope(settings.scopes())
                    .userNameAttributeName(IdTokenClaimNames.SUB)
                    .build();
        } catch (IllegalArgumentException incomplete) {
            throw new IOException("The issuer's configuration is incomplete", incomplete);
        }
    }

    private Map<String, Object> read() throws IOException {
        String base = settings.issuer().toString();
        URI at = URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base)
                + "/.well-known/openid-configuration");
        HttpRequest request = HttpRequest.newBuilder(at)
                .timeout(TIMEOUT)
                .header("Accept", "application/json")
                .GET()
                .build();
        return http.send(INSTANCE, request, answer -> {
            if (answer.statusCode() != 200) {
                throw new IOException("The issuer answered " + answer.statusCode() + " instead of its configuration");
            }
            return json.readValue(answer.body(), new TypeReference<>() {});
        });
    }
}
