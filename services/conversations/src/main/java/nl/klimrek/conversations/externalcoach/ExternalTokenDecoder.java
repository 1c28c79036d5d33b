package nl.klimrek.conversations.externalcoach;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import nl.klimrek.contracts.conversations.ExternalCoachId;
import nl.klimrek.servicekit.security.Role;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Reads session tokens of external coaches beside the issuer's tokens. Such a token is opaque; each request looks its account up
 * anew, so one that ended is refused from the next request on. The only role it gives is {@link Role#EXTERNAL_COACH}.
 */
public final class ExternalTokenDecoder implements JwtDecoder {

    /** No JWT begins like this. */
    static final String PREFIX = "ext.";

    private final JwtDecoder issuer;
    private final Supplier<ExternalCoachRegister> accounts;
    private final Supplier<Clock> clock;

    /** @param issuer reads every other token */
    ExternalTokenDecoder(JwtDecoder issuer, Supplier<ExternalCoachRegister> accounts, Supplier<Clock> clock) {
        this.issuer = issuer;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** A session's token. */
    public static String token(ExternalSecret session) {
        return PREFIX + session.value();
    }

    @Override
    public Jwt decode(String token) {
        if (!token.startsWith(PREFIX)) {
            return ofIssuer(token);
        }
        ExternalSecret session =
                ExternalSecret.read(token.substring(PREFIX.length())).orElseThrow(ExternalTokenDecoder::refused);
        ExternalCoach account = accounts.get().admitted(session).orElseThrow(ExternalTokenDecoder::refused);
        Instant now = clock.get().instant();
        return Jwt.withTokenValue(token)
                .header("alg", "none")
                .subject(account.coach())
                .claim("org", session.account().organisation().value())
                .claim("roles", List.of(Role.EXTERNAL_COACH.name()))
                .claim("session", session.hash())
                .issuedAt(now)
                .expiresAt(account.invitation().endsAt())
                .build();
    }

    /** No issuer speaks for an external coach. */
    private Jwt ofIssuer(String token) {
        Jwt read = issuer.decode(token);
        if (read.getSubject() != null && ExternalCoachId.matches(read.getSubject())) {
            throw refused();
        }
        return read;
    }

    private static BadJwtException refused() {
        return new BadJwtException("The session of an external coach ended, or never was");
    }
}
