package nl.klimrek.portal.signin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The P-256 key with which the portal signs its tokens for services (ES256, RFC 7518 §3.4). */
final class PortalSigningKey {
    private final ECKey key;

    private PortalSigningKey(ECKey key) {
        this.key = key;
    }

    /**
     * The key in a file with the PEM blocks {@code PRIVATE KEY} and {@code PUBLIC KEY}.
     *
     * @throws IllegalStateException when there is no such pair of keys; the message names the file and how to make one
     */
    static PortalSigningKey in(Path file) {
        try {
            String text = Files.readString(file, StandardCharsets.US_ASCII);
            KeyFactory keys = KeyFactory.getInstance("EC");
            ECPublicKey shown = (ECPublicKey) keys.generatePublic(new X509EncodedKeySpec(block(text, "PUBLIC KEY")));
            ECPrivateKey held =
                    (ECPrivateKey) keys.generatePrivate(new PKCS8EncodedKeySpec(block(text, "PRIVATE KEY")));
            PortalSigningKey key = new PortalSigningKey(new ECKey.Builder(Curve.P_256, shown)
                    .privateKey(held)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES256)
                    .keyIDFromThumbprint()
                    .build());
            key.prove();
            return key;
        } catch (IOException | GeneralSecurityException | JOSEException | RuntimeException unusable) {
            throw new IllegalStateException(
                    "klimrek.portal.sign-in.signing-key: no pair of P-256 keys can be read from "
                            + file.toAbsolutePath()
                            + ". Make one with: (umask 077; openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256"
                            + " -out key.pem; openssl pkey -in key.pem -pubout >> key.pem)",
                    unusable);
        }
    }

    /** The public key as a JWK set. */
    String publicKeys() {
        return new JWKSet(key).toPublicJWKSet().toString();
    }

    String sign(JWTClaimsSet claims) {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(), claims);
        try {
            token.sign(new ECDSASigner(key));
        } catch (JOSEException unusable) {
            throw new IllegalStateException("The portal's key does not sign", unusable);
        }
        return token.serialize();
    }

    /** Both blocks must be halves of one key. */
    private void prove() throws JOSEException {
        SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.ES256), new JWTClaimsSet.Builder().build());
        token.sign(new ECDSASigner(key));
        if (!token.verify(new ECDSAVerifier(key.toPublicJWK()))) {
            throw new IllegalArgumentException("the public key is not that of the private key");
        }
    }

    private static byte[] block(String text, String name) {
        Matcher block = Pattern.compile("-----BEGIN " + name + "-----\\s([A-Za-z0-9+/=\\s]+)-----END " + name + "-----")
                .matcher(text);
        if (!block.find()) {
            throw new IllegalArgumentException("there is no " + name);
        }
        return Base64.getMimeDecoder().decode(block.group(1));
    }
}
