package nl.klimrek.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;

/** Converts the issuer's signing key between PEM and JSON Web Key. */
public final class TokenSigningKey {

    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String END = "-----END PRIVATE KEY-----";

    private TokenSigningKey() {}

    static String newPem() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            byte[] key = generator.generateKeyPair().getPrivate().getEncoded();
            String body = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                    .encodeToString(key);
            return BEGIN + "\n" + body + "\n" + END;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JVM has no RSA key generator", e);
        }
    }

    /**
     * Parses the key for RS256. The key id is its thumbprint (RFC 7638), so it is stable across restarts.
     *
     * @throws IllegalArgumentException if the text is not an RSA private key in PKCS #8 PEM
     */
    public static RSAKey fromPem(String pem) {
        try {
            byte[] der = Base64.getMimeDecoder().decode(pem.replace(BEGIN, "").replace(END, ""));
            KeyFactory rsa = KeyFactory.getInstance("RSA");
            RSAPrivateCrtKey secret = (RSAPrivateCrtKey) rsa.generatePrivate(new PKCS8EncodedKeySpec(der));
            var open = new RSAPublicKeySpec(secret.getModulus(), secret.getPublicExponent());
            return new RSAKey.Builder((RSAPublicKey) rsa.generatePublic(open))
                    .privateKey(secret)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyIDFromThumbprint()
                    .build();
        } catch (GeneralSecurityException | JOSEException | ClassCastException e) {
            throw new IllegalArgumentException("The signing key is not an RSA private key in PKCS #8 PEM", e);
        }
    }
}
