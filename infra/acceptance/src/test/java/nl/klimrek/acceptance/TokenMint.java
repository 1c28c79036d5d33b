package nl.klimrek.acceptance;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import nl.klimrek.identity.TokenSigningKey;

/** Signs tokens with the demo issuer's own key: good ones for anybody, and every kind that must be refused. */
final class TokenMint {

    private final RSAKey key;
    private final String issuer;
    private final Clock clock = Clock.systemUTC();

    TokenMint(String pem, String issuer) {
        this.key = TokenSigningKey.fromPem(pem);
        this.issuer = issuer;
    }

    String token(String person, String organisation, List<String> roles) {
        return signed(
                JWSAlgorithm.RS256,
                key,
                claims -> claims.subject(person).claim("org", organisation).claim("roles", roles));
    }

    /** Tokens that no service may accept, by what is wrong with each; all of them claim to be HR. */
    Map<String, String> bad(String person) {
        UnaryOperator<JWTClaimsSet.Builder> hr =
                claims -> claims.subject(person).claim("org", "demo").claim("roles", List.of("HR", "EMPLOYEE"));
        Map<String, String> bad = new LinkedHashMap<>();
        bad.put("nothing of a token", "x");
        bad.put("three dots", "...");
        bad.put("unsigned", new PlainJWT(hr.apply(claims()).build()).serialize());
        bad.put(
                "expired",
                signed(JWSAlgorithm.RS256, key, c -> hr.apply(c).expirationTime(in(Duration.ofMinutes(-5)))));
        bad.put(
                "not valid yet",
                signed(JWSAlgorithm.RS256, key, c -> hr.apply(c).notBeforeTime(in(Duration.ofMinutes(5)))));
        bad.put(
                "without an end",
                signed(JWSAlgorithm.RS256, key, c -> hr.apply(c).expirationTime(null)));
        bad.put(
                "for somebody else",
                signed(JWSAlgorithm.RS256, key, c -> hr.apply(c).audience("elsewhere")));
        bad.put(
                "of another issuer",
                signed(JWSAlgorithm.RS256, key, c -> hr.apply(c).issuer("https://elsewhere.example")));
        bad.put(
                "without an organisation",
                signed(JWSAlgorithm.RS256, key, c -> hr.apply(c).claim("org", null)));
        bad.put(
                "with a slash in the person",
                signed(JWSAlgorithm.RS256, key, c -> hr.apply(c).subject("demo/" + person)));
        bad.put("with another algorithm", signed(JWSAlgorithm.RS512, key, hr));
        bad.put("signed by another key of the same name", signed(JWSAlgorithm.RS256, stranger(), hr));
        bad.put("signed with the public key as a secret", signedWithPublicKey(hr));
        String good = signed(JWSAlgorithm.RS256, key, hr);
        bad.put(
                "with another content under the signature",
                good.replaceFirst(
                        "\\.[^.]+\\.",
                        "."
                                + signed(
                                                JWSAlgorithm.RS256,
                                                key,
                                                c -> hr.apply(c).subject("other"))
                                        .split("\\.")[1] + "."));
        return bad;
    }

    private RSAKey stranger() {
        try {
            return new RSAKeyGenerator(2048).keyID(key.getKeyID()).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private String signedWithPublicKey(UnaryOperator<JWTClaimsSet.Builder> change) {
        try {
            return signed(
                    JWSAlgorithm.HS256,
                    new MACSigner(key.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8)),
                    change);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private String signed(JWSAlgorithm algorithm, RSAKey by, UnaryOperator<JWTClaimsSet.Builder> change) {
        try {
            return signed(algorithm, new RSASSASigner(by), change);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private String signed(JWSAlgorithm algorithm, JWSSigner signer, UnaryOperator<JWTClaimsSet.Builder> change)
            throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(algorithm).keyID(key.getKeyID()).build(),
                change.apply(claims()).build());
        token.sign(signer);
        return token.serialize();
    }

    private JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder().issuer(issuer).audience("klimrek").expirationTime(in(Duration.ofHours(1)));
    }

    private Date in(Duration time) {
        return Date.from(clock.instant().plus(time));
    }
}
