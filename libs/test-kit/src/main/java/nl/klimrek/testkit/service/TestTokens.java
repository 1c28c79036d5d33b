package nl.klimrek.testkit.service;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.stream.Stream;
import nl.klimrek.servicekit.security.Role;

/**
 * An issuer for tests: signs tokens with a key of its own and serves the public half over HTTP on loopback, so that a
 * service under test verifies them as it verifies real ones. One per JVM is enough; it stops with the JVM.
 */
public final class TestTokens {
    /** The {@code iss} of every token. */
    public static final String ISSUER = "http://issuer.test";
    /** A test may move the clock; its tokens outlive that. */
    private static final Instant EXPIRY = Instant.parse("2100-01-01T00:00:00Z");

    private static final TestTokens SHARED = new TestTokens();

    private final RSAKey key;
    private final String jwkSetUri;

    private TestTokens() {
        try {
            key = new RSAKeyGenerator(2048).keyID("test").generate();
            jwkSetUri = serve(new JWKSet(key).toPublicJWKSet().toString().getBytes(StandardCharsets.UTF_8));
        } catch (JOSEException unusable) {
            throw new IllegalStateException("Cannot make an RSA key", unusable);
        } catch (IOException unusable) {
            throw new UncheckedIOException("Cannot serve keys on loopback", unusable);
        }
    }

    /** A token of a person in an organisation, or of a system with {@link Role#HR_SYSTEM}. */
    public static String token(String person, String organisation, Role... roles) {
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience("klimrek")
                .subject(person)
                .claim("org", organisation)
                .claim("roles", Stream.of(roles).map(Role::name).toList())
                .expirationTime(Date.from(EXPIRY))
                .build();
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .keyID(SHARED.key.getKeyID())
                        .build(),
                claims);
        try {
            token.sign(new RSASSASigner(SHARED.key));
        } catch (JOSEException unusable) {
            throw new IllegalStateException("Cannot sign", unusable);
        }
        return token.serialize();
    }

    /** The same as the value of an {@code Authorization} header. */
    public static String bearer(String person, String organisation, Role... roles) {
        return "Bearer " + token(person, organisation, roles);
    }

    /** What a service under test must be started with to accept these tokens. */
    public static Map<String, Object> properties() {
        return Map.of(
                "klimrek.security.issuer",
                ISSUER,
                "klimrek.security.jwk-set-uri",
                SHARED.jwkSetUri,
                "klimrek.topics",
                "unchecked");
    }

    private static String serve(byte[] keys) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/jwks", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        Thread thread = new Thread(server::start, "test-issuer");
        thread.setDaemon(true);
        thread.start();
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/jwks";
    }
}
