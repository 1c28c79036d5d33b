package nl.klimrek.identity.tokens;

import java.util.List;
import nl.klimrek.identity.login.LoginPrincipal;
import nl.klimrek.identity.people.TokenSubject;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/**
 * Adds Klimrek's claims to tokens: {@code sub} (person id), {@code org}, {@code roles} and {@code locale}. An access
 * token has the audience {@code klimrek}; an ID token also has {@code name}.
 */
final class TokenClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {

    static final String AUDIENCE = "klimrek";

    private final TokenSubjectResolver subjects;

    TokenClaims(TokenSubjectResolver subjects) {
        this.subjects = subjects;
    }

    @Override
    public void customize(JwtEncodingContext context) {
        TokenSubject subject = subject(context);
        context.getJwsHeader().algorithm(SignatureAlgorithm.RS256);
        JwtClaimsSet.Builder claims = context.getClaims();
        claims.subject(subject.id())
                .claim("org", subject.organisation())
                .claim(
                        "roles",
                        subject.roles().stream().map(Enum::name).sorted().toList())
                .claim("locale", subject.language().tag());
        if (OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
            claims.audience(List.of(AUDIENCE));
        } else if (!subject.fullName().isEmpty()) {
            claims.claim("name", subject.fullName());
        }
    }

    private TokenSubject subject(JwtEncodingContext context) {
        if (context.getAuthorizationGrant() instanceof OAuth2ClientCredentialsAuthenticationToken machine) {
            return ClientRegistrations.organisationOf(context.getRegisteredClient())
                    .map(subjects::hrSystem)
                    .orElseGet(() -> subjects.of(machine.getAdditionalParameters()));
        }
        Authentication login = context.getPrincipal();
        return subjects.of((LoginPrincipal) login.getPrincipal());
    }
}
