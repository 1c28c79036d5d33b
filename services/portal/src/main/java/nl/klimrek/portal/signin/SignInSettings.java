package nl.klimrek.portal.signin;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.klimrek.servicekit.security.Role;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;

/**
 * The organisation's own OpenID Connect issuer. Without an issuer here, people sign in at the demo's.
 *
 * @param issuer               exact {@code iss} of its tokens, https unless on this machine; its endpoints are discovered below it
 * @param clientId             the portal as the issuer knows it
 * @param clientSecret         secret of that client
 * @param scopes               scopes to ask for; default {@code openid profile email}
 * @param algorithms           signature algorithms that count, by JWS name; default RS, PS and ES with 256, 384 and 512
 * @param audience             value that {@code aud} of an API caller's access token must contain; empty, the default, lets no
 *                             API caller in
 * @param signingKey           file with the P-256 key of the portal's tokens for services, as two PEM blocks; needed
 * @param claims               which claim holds what
 * @param organisation         organisation of everybody at this issuer; empty when a claim tells it
 * @param organisations        Klimrek's organisation by the value of the organisation claim; other values are refused
 * @param roles                Klimrek's role by the issuer's role; another role of the issuer gives nothing. A linked person
 *                             is an employee, and a manager while somebody reports to them
 * @param employeeNumberSource HR system whose numbers the employee number claim holds
 * @param emailTrusted         whether every address counts as verified, because the issuer lets nobody change it; default false
 * @param systems              organisation by the {@code sub} of an HR system's access token
 */
@ConfigurationProperties("klimrek.portal.sign-in")
public record SignInSettings(
        URI issuer,
        @DefaultValue("") String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue({"openid", "profile", "email"}) List<String> scopes,

        @DefaultValue({"RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"})
        List<String> algorithms,

        @DefaultValue("") String audience,
        Path signingKey,
        @DefaultValue Claims claims,
        @DefaultValue("") String organisation,
        @DefaultValue Map<String, String> organisations,
        @DefaultValue Map<String, Role> roles,
        @DefaultValue("") String employeeNumberSource,
        @DefaultValue("false") boolean emailTrusted,
        @DefaultValue Map<String, String> systems) {
    private static final Set<Role> OF_PEOPLE = Set.of(Role.EMPLOYEE, Role.MANAGER, Role.HR, Role.COACH, Role.AUDITOR);
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    /**
     * NameLookup of claims; a dot leads into a claim that is an object.
     *
     * @param organisation   default none
     * @param roles          one value or a list; default {@code roles}
     * @param employeeNumber default none
     * @param email          default {@code email}
     * @param emailVerified  default {@code email_verified}
     * @param name           default {@code name}
     */
    public record Claims(
            @DefaultValue("") String organisation,
            @DefaultValue("roles") String roles,
            @DefaultValue("") String employeeNumber,
            @DefaultValue("email") String email,
            @DefaultValue("email_verified") String emailVerified,
            @DefaultValue("name") String name) {}

    public SignInSettings {
        scopes = List.copyOf(scopes);
        algorithms = List.copyOf(algorithms);
        organisations = Map.copyOf(organisations);
        roles = Map.copyOf(roles);
        systems = Map.copyOf(systems);
        if (issuer != null) {
            needs(
                    "https".equals(issuer.getScheme())
                            || "http".equals(issuer.getScheme()) && THIS_MACHINE.contains(issuer.getHost()),
                    "issuer must be an https address");
            needs(!clientId.isBlank() && !clientSecret.isBlank(), "client-id and client-secret are needed");
            needs(signingKey != null, "signing-key is needed: a file with the key of the portal's tokens for services");
            needs(scopes.contains("openid"), "scopes must contain openid");
            needs(
                    !algorithms.isEmpty()
                            && algorithms.stream().allMatch(name -> SignatureAlgorithm.from(name) != null),
                    "algorithms must be RS, PS or ES with 256, 384 or 512");
            needs(
                    organisation.isEmpty() != claims.organisation().isEmpty(),
                    "either organisation or claims.organisation must be set, and not both");
            needs(
                    claims.organisation().isEmpty() == organisations.isEmpty(),
                    "claims.organisation and organisations go together");
            needs(
                    claims.employeeNumber().isEmpty() == employeeNumberSource.isEmpty(),
                    "claims.employee-number and employee-number-source go together");
            needs(
                    OF_PEOPLE.containsAll(roles.values()),
                    "roles can lead to EMPLOYEE, MANAGER, HR, COACH and AUDITOR only");
        }
    }

    /** Whether people sign in at an issuer of their own rather than at the demo's. */
    public boolean ownIssuer() {
        return issuer != null;
    }

    private static void needs(boolean fine, String otherwise) {
        if (!fine) {
            throw new IllegalArgumentException("klimrek.portal.sign-in: " + otherwise);
        }
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "SignInSettings[issuer=" + issuer + "]";
    }
}
