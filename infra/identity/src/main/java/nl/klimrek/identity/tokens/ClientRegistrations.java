package nl.klimrek.identity.tokens;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.klimrek.identity.IdentityProperties;
import nl.klimrek.identity.SecretStore;
import nl.klimrek.identity.people.AccountRegistry;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/**
 * The registered OAuth clients: the portal, where people log in; one HR system per organisation; and the demo's
 * command line, which may act for any person.
 */
final class ClientRegistrations {

    private static final String ORGANISATION = "klimrek.organisation";

    private final IdentityProperties properties;
    private final SecretStore secrets;
    private final PasswordEncoder encoder;

    ClientRegistrations(IdentityProperties properties, SecretStore secrets, PasswordEncoder encoder) {
        this.properties = properties;
        this.secrets = secrets;
        this.encoder = encoder;
    }

    List<RegisteredClient> of(AccountRegistry accounts) {
        List<RegisteredClient> clients = new ArrayList<>();
        clients.add(portal());
        clients.add(machine(SecretStore.DEMO_CLI).build());
        clients.add(hrSystem(SecretStore.HR_SYSTEM, accounts.home()));
        for (String organisation : accounts.organisations()) {
            clients.add(hrSystem(SecretStore.HR_SYSTEM + "@" + organisation, organisation));
        }
        return clients;
    }

    /** The organisation of an HR system; empty for other clients. */
    static Optional<String> organisationOf(RegisteredClient client) {
        return Optional.ofNullable(client.getClientSettings().getSetting(ORGANISATION));
    }

    private RegisteredClient portal() {
        return client(SecretStore.PORTAL)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                .redirectUri(properties.portalUrl() + "/login/oauth2/code/klimrek")
                .postLogoutRedirectUri(properties.portalUrl())
                .postLogoutRedirectUri(properties.portalUrl() + "/")
                .scope(OidcScopes.OPENID)
                .scope(OidcScopes.PROFILE)
                .clientSettings(ClientSettings.builder()
                        .requireProofKey(true)
                        .requireAuthorizationConsent(false)
                        .build())
                .build();
    }

    private RegisteredClient hrSystem(String id, String organisation) {
        return machine(id)
                .clientSettings(ClientSettings.builder()
                        .setting(ORGANISATION, organisation)
                        .build())
                .build();
    }

    private RegisteredClient.Builder machine(String id) {
        return client(id).authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS);
    }

    private RegisteredClient.Builder client(String id) {
        return RegisteredClient.withId(id)
                .clientId(id)
                .clientSecret(encoder.encode(secrets.client(id)))
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(properties.accessTokenLifetime())
                        .refreshTokenTimeToLive(properties.sessionLifetime())
                        .reuseRefreshTokens(false)
                        .build());
    }
}
