package nl.klimrek.portal.signin;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.portal.reader.ServiceTokenProvider;
import nl.klimrek.portal.signin.SignInLinkClient.LinkedPerson;
import nl.klimrek.servicekit.security.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/**
 * Creates the portal's user from a sign-in at the organisation's issuer. Person id, organisation and roles are
 * Klimrek's; the ID token stays the issuer's, which logging out there needs (OpenID Connect RP-Initiated Logout 1.0
 * §2).
 */
final class LinkedUserService implements OAuth2UserService<OidcUserRequest, OidcUser>, ServiceTokenProvider {
    static final String UNKNOWN = "sign-in-unknown";
    static final String UNAVAILABLE = "sign-in-away";
    private static final Logger LOG = LoggerFactory.getLogger(LinkedUserService.class);
    private static final String SUBJECT = "issuer_sub";

    private final OAuth2UserService<OidcUserRequest, OidcUser> issuerUsers = new OidcUserService();
    private final ClaimMapper mapping;
    private final SignInLinkClient links;
    private final InternalTokenIssuer tokens;

    LinkedUserService(ClaimMapper mapping, SignInLinkClient links, InternalTokenIssuer tokens) {
        this.mapping = mapping;
        this.links = links;
        this.tokens = tokens;
    }

    /** @throws OAuth2AuthenticationException {@value #UNKNOWN} or {@value #UNAVAILABLE} */
    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        OidcUser foreign = issuerUsers.loadUser(request);
        ForeignIdentity who = mapping.identity(foreign.getClaims()).orElseThrow(() -> {
            LOG.warn("Somebody signed in whose claims lead to no organisation; see klimrek.portal.sign-in");
            return new OAuth2AuthenticationException(UNKNOWN);
        });
        try {
            LinkedPerson person = links.resolve(who).orElseThrow(() -> new OAuth2AuthenticationException(UNKNOWN));
            return user(foreign.getIdToken(), who, person);
        } catch (IssuerUnavailableException away) {
            throw new OAuth2AuthenticationException(new OAuth2Error(UNAVAILABLE), away);
        }
    }

    /** A token for services while the link holds; empty once it ended. */
    @Override
    public Optional<String> of(OidcUser user, OAuth2AccessToken issuerToken) {
        Organisation organisation = new Organisation(user.getClaimAsString("org"));
        Set<Role> roles =
                user.getClaimAsStringList("roles").stream().map(Role::valueOf).collect(Collectors.toSet());
        ForeignIdentity who = new ForeignIdentity(
                organisation, user.getClaimAsString("iss"), user.getClaimAsString(SUBJECT), null, null, null, roles);
        try {
            return links.current(who)
                    .filter(linked -> linked.person().equals(user.getSubject()))
                    .map(linked -> tokens.of(linked.person(), organisation, TokenExchange.roles(roles, linked))
                            .getTokenValue());
        } catch (IssuerUnavailableException away) {
            throw new Unavailable(away);
        }
    }

    private static OidcUser user(OidcIdToken token, ForeignIdentity who, LinkedPerson person) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", who.issuer());
        claims.put("sub", person.person());
        claims.put(SUBJECT, who.subject());
        claims.put("org", who.organisation().value());
        claims.put(
                "roles",
                List.copyOf(TokenExchange.roles(who.roles(), person).stream()
                        .map(Role::name)
                        .sorted()
                        .toList()));
        Optional.ofNullable(who.name()).ifPresent(name -> claims.put("name", name));
        Instant issued = token.getIssuedAt();
        return new DefaultOidcUser(
                Set.of(), new OidcIdToken(token.getTokenValue(), issued, token.getExpiresAt(), claims));
    }
}
