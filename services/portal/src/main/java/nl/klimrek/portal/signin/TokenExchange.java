package nl.klimrek.portal.signin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.klimrek.portal.signin.SignInLinkClient.LinkedPerson;
import nl.klimrek.servicekit.security.Role;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Exchanges a foreign access token at the gateway for the portal's token for services. It caches an exchange for at
 * most a minute, never beyond the foreign token's expiry.
 */
final class TokenExchange implements JwtDecoder {
    private static final int MAX_TOKENS = 10_000;
    private static final Duration CACHE_TIME = Duration.ofMinutes(1);
    private static final String SYSTEM = "hr-system";

    private final JwtDecoder foreign;
    private final ClaimMapper mapping;
    private final SignInLinkClient links;
    private final InternalTokenIssuer tokens;
    private final Clock clock;
    private final BoundedCache<String, Jwt> exchanged;

    /** @param foreign verifies access tokens of the issuer */
    TokenExchange(
            JwtDecoder foreign, ClaimMapper mapping, SignInLinkClient links, InternalTokenIssuer tokens, Clock clock) {
        this.foreign = foreign;
        this.mapping = mapping;
        this.links = links;
        this.tokens = tokens;
        this.clock = clock;
        this.exchanged = new BoundedCache<>(MAX_TOKENS, clock);
    }

    /** @throws BadJwtException when the token is not good, or its subject is not a known person */
    @Override
    public Jwt decode(String token) {
        String hash = hash(token);
        return exchanged.get(hash).orElseGet(() -> {
            Jwt verified = foreign.decode(token);
            Jwt internal = exchange(verified);
            Instant end = clock.instant().plus(CACHE_TIME);
            exchanged.put(hash, internal, verified.getExpiresAt().isBefore(end) ? verified.getExpiresAt() : end);
            return internal;
        });
    }

    private Jwt exchange(Jwt verified) {
        return mapping.system(verified.getClaims())
                .map(organisation -> tokens.of(SYSTEM, organisation, List.of(Role.HR_SYSTEM)))
                .orElseGet(() -> {
                    ForeignIdentity who = mapping.identity(verified.getClaims())
                            .orElseThrow(() -> new BadJwtException("The token leads to no organisation"));
                    Optional<LinkedPerson> person = links.current(who);
                    return person.map(linked ->
                                    tokens.of(linked.person(), who.organisation(), roles(who.roles(), linked)))
                            .orElseThrow(() -> new BadJwtException("The token's subject is nobody here"));
                });
    }

    /** The issuer's roles, and manager for a person with reports. */
    static Set<Role> roles(Set<Role> given, LinkedPerson linked) {
        Set<Role> roles = EnumSet.of(Role.EMPLOYEE);
        roles.addAll(given);
        if (linked.manager()) {
            roles.add(Role.MANAGER);
        }
        return roles;
    }

    private static String hash(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
