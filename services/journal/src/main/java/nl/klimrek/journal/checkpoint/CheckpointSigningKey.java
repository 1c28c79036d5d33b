package nl.klimrek.journal.checkpoint;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.journal.chain.Hash;

/** The key that signs checkpoints. Its private half leaves this object only for its file. */
public final class CheckpointSigningKey {

    private final PrivateKey privateKey;
    private final PublicKey publicKey;

    private CheckpointSigningKey(PrivateKey privateKey, PublicKey publicKey) {
        this.privateKey = privateKey;
        this.publicKey = publicKey;
    }

    /** A new key. */
    public static CheckpointSigningKey generate() {
        try {
            KeyPair pair =
                    KeyPairGenerator.getInstance(CheckpointSignatures.JCA).generateKeyPair();
            return new CheckpointSigningKey(pair.getPrivate(), pair.getPublic());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java 15 and later have Ed25519", e);
        }
    }

    /**
     * A key from its two encodings (PKCS #8 and X.509).
     *
     * @throws IllegalArgumentException when they are no Ed25519 key or do not form a pair
     */
    static CheckpointSigningKey of(byte[] privateEncoding, byte[] publicEncoding) {
        try {
            KeyFactory keys = KeyFactory.getInstance(CheckpointSignatures.JCA);
            CheckpointSigningKey key = new CheckpointSigningKey(
                    keys.generatePrivate(new PKCS8EncodedKeySpec(privateEncoding)),
                    keys.generatePublic(new X509EncodedKeySpec(publicEncoding)));
            byte[] probe = {1};
            if (!CheckpointSignatures.valid(key.publicKey(), probe, key.sign(probe))) {
                throw new IllegalArgumentException("the two halves of the key do not form a pair");
            }
            return key;
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not an Ed25519 key", e);
        }
    }

    /** Signature over a checkpoint, base64. */
    public String sign(Organisation organisation, long position, Hash head) {
        return sign(CheckpointSignatures.signed(organisation, position, head));
    }

    /** X.509 encoding of the public key, base64. */
    public String publicKey() {
        return Base64.getEncoder().encodeToString(publicKey.getEncoded());
    }

    /** As {@link CheckpointSignatures#keyId}. */
    public String id() {
        return Hash.of(publicKey.getEncoded()).hex();
    }

    byte[] privateEncoding() {
        return privateKey.getEncoded();
    }

    byte[] publicEncoding() {
        return publicKey.getEncoded();
    }

    /** Signature over bytes that begin with a tag which says what they are, base64. */
    public String sign(byte[] bytes) {
        try {
            Signature signature = Signature.getInstance(CheckpointSignatures.JCA);
            signature.initSign(privateKey);
            signature.update(bytes);
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("an Ed25519 key signs", e);
        }
    }
}
