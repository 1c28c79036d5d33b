package nl.klimrek.portal.signin;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.servicekit.security.Role;
import nl.klimrek.servicekit.security.SecuritySettings;
import org.springframework.security.oauth2.jwt.Jwt;

/** Issues the tokens that services trust: short, with Klimrek's own claims, signed by the portal. */
final class InternalTokenIssuer {
    static final Duration LIFETIME = Duration.ofMinutes(2);
    /** Subject of the portal's own token, for lookups of people who are not known yet. */
    private static final String PORTAL = "portal";

    private final PortalSigningKey key;
    private final SecuritySettings security;
    private final Clock clock;

    InternalTokenIssuer(PortalSigningKey key, SecuritySettings security, Clock clock) {
        this.key = key;
        this.security = security;
        this.clock = clock;
    }

    String portal(Organisation organisation) {
        return of(PORTAL, organisation, List.of(Role.PORTAL)).getTokenValue();
    }

    Jwt of(String subject, Organisation organisation, Collection<Role> roles) {
        Instant now = Instant.ofEpochSecond(clock.instant().getEpochSecond());
        Instant end = now.plus(LIFETIME);
        List<String> names = roles.stream().map(Role::name).sorted().toList();
        String token = key.sign(new JWTClaimsSet.Builder()
                .issuer(security.issuer())
                .audience(security.audience())
                .subject(subject)
                .claim("org", organisation.value())
                .claim("roles", names)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(end))
                .build());
        return Jwt.withTokenValue(token)
                .header("alg", "ES256")
                .issuer(security.issuer())
                .audience(List.of(security.audience()))
                .subject(subject)
                .claim("org", organisation.value())
                .claim("roles", names)
                .issuedAt(now)
                .expiresAt(end)
                .build();
    }
}
