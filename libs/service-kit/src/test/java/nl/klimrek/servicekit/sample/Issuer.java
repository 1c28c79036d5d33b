package nl.klimrek.servicekit.sample;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** An issuer whose public key is fetched over HTTP, able to sign tokens that must be refused too. */
public final class Issuer implements AutoCloseable {
    private final RSAKey key;
    private final HttpServer server;
    private final AtomicInteger fetched = new AtomicInteger();

    public Issuer() throws IOException, JOSEException {
        key = new RSAKeyGenerator(2048).keyID("sample").generate();
        byte[] keys = new JWKSet(key).toPublicJWKSet().toString().getBytes(StandardCharsets.UTF_8);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/keys", exchange -> {
            fetched.incrementAndGet();
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        server.start();
    }

    public String keysAddress() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/keys";
    }

    public String token() {
        return token(claims -> claims);
    }

    public String token(UnaryOperator<JWTClaimsSet.Builder> change) {
        return signed(JWSAlgorithm.RS256, change);
    }

    /** How often the keys were fetched. */
    int fetched() {
        return fetched.get();
    }

    /** A token that names a key nobody has. */
    String ofUnknownKey(String id) {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(id).build(), claims().build());
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException unusable) {
            throw new IllegalStateException(unusable);
        }
        return token.serialize();
    }

    String signed(JWSAlgorithm algorithm, UnaryOperator<JWTClaimsSet.Builder> change) {
        try {
            return signed(algorithm, new RSASSASigner(key), change);
        } catch (JOSEException unusable) {
            throw new IllegalStateException(unusable);
        }
    }

    /** The classic confusion: the public key, which everybody has, used as the secret of a symmetric signature. */
    String signedWithPublicKeyAsSecret() throws JOSEException {
        byte[] secret = key.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8);
        return signed(JWSAlgorithm.HS256, new MACSigner(secret), claims -> claims);
    }

    String unsigned() {
        return new PlainJWT(claims().build()).serialize();
    }

    private String signed(JWSAlgorithm algorithm, JWSSigner signer, UnaryOperator<JWTClaimsSet.Builder> change) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(algorithm).keyID(key.getKeyID()).build(),
                    change.apply(claims()).build());
            token.sign(signer);
            return token.serialize();
        } catch (JOSEException unusable) {
            throw new IllegalStateException(unusable);
        }
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer("http://issuer.test")
                .audience("klimrek")
                .subject("anna")
                .claim("org", "demo")
                .claim("roles", List.of("EMPLOYEE", "SOMETHING_NEW"))
                .expirationTime(Date.from(Instant.parse("2100-01-01T00:00:00Z")));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
