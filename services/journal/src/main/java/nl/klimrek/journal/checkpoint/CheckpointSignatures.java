package nl.klimrek.journal.checkpoint;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.journal.chain.Hash;

/** The signed bytes of a checkpoint and the check of a signature (Ed25519, RFC 8032), in plain Java for the offline verifier. */
public final class CheckpointSignatures {

    /** The name of the algorithm in checkpoints. */
    public static final String ALGORITHM = "ED25519";

    static final String JCA = "Ed25519";

    private static final int SIGNATURE_BYTES = 64;

    private static final String TAG = "klimrek.journal.checkpoint.v1\n";

    private CheckpointSignatures() {}

    /** The bytes that a checkpoint's signature covers. */
    public static byte[] signed(Organisation organisation, long position, Hash head) {
        byte[] name = organisation.value().getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.write(TAG.getBytes(StandardCharsets.US_ASCII));
            out.writeInt(name.length);
            out.write(name);
            out.writeLong(position);
            out.write(head.bytes());
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return bytes.toByteArray();
    }

    /** Whether the signature over these bytes is valid for this public key. */
    public static boolean valid(String publicKey, byte[] signed, String signature) {
        Optional<byte[]> key = bytes(publicKey);
        Optional<byte[]> sign = bytes(signature);
        // Java 17 takes a signature with further zero bytes.
        if (key.isEmpty() || sign.isEmpty() || sign.get().length != SIGNATURE_BYTES) {
            return false;
        }
        try {
            PublicKey parsed = KeyFactory.getInstance(JCA).generatePublic(new X509EncodedKeySpec(key.get()));
            Signature check = Signature.getInstance(JCA);
            check.initVerify(parsed);
            check.update(signed);
            return check.verify(sign.get());
        } catch (GeneralSecurityException notAKeyOrSignature) {
            return false;
        }
    }

    /** Id of a public key: SHA-256 of its encoding; empty when the text is no encoding. */
    public static Optional<String> keyId(String publicKey) {
        return bytes(publicKey).map(key -> Hash.of(key).hex());
    }

    /** Decodes canonical base64; empty for any other text of the same bytes. */
    private static Optional<byte[]> bytes(String base64) {
        try {
            byte[] bytes = Base64.getDecoder().decode(base64);
            return Base64.getEncoder().encodeToString(bytes).equals(base64) ? Optional.of(bytes) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
