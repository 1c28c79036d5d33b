package nl.klimrek.journal.note;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;

/**
 * A public Ed25519 key that verifies notes, with its name (<a href="https://c2sp.org/signed-note">c2sp.org/signed-note</a>).
 * Its id binds the name, so that a signature of one name is none of another.
 */
public final class NoteKey {

    private static final byte ED25519 = 1;
    private static final int KEY_BYTES = 32;
    private static final int ID_BYTES = 4;
    private static final int SIGNATURE_BYTES = 64;
    /** What an X.509 encoding has before the 32 bytes of the key (RFC 8410). */
    private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private final String name;
    private final byte[] key;

    private NoteKey(String name, byte[] key) {
        this.name = name;
        this.key = key;
    }

    /**
     * A key under this name.
     *
     * @param x509 X.509 encoding of the public key
     * @throws IllegalArgumentException when it is no Ed25519 key, or the name is not allowed
     */
    public static NoteKey of(String name, byte[] x509) {
        if (!isName(name)
                || x509.length != X509_PREFIX.length + KEY_BYTES
                || !Arrays.equals(x509, 0, X509_PREFIX.length, X509_PREFIX, 0, X509_PREFIX.length)) {
            throw new IllegalArgumentException("a note's key is an Ed25519 key with a name without spaces and +");
        }
        return new NoteKey(name, Arrays.copyOfRange(x509, X509_PREFIX.length, x509.length));
    }

    /** Reads a verifier key, {@code name+id+key}; empty when it is none or its id is not that of name and key. */
    public static Optional<NoteKey> parse(String text) {
        String[] parts = text.split("\\+", 3);
        if (parts.length != 3 || !isName(parts[0])) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Base64.getDecoder().decode(parts[2]);
            if (bytes.length != KEY_BYTES + 1 || bytes[0] != ED25519) {
                return Optional.empty();
            }
            NoteKey key = new NoteKey(parts[0], Arrays.copyOfRange(bytes, 1, bytes.length));
            return Optional.of(key).filter(parsed -> parsed.toString().equals(text));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** Whether a text may be the name of a key: no spaces, control characters and plus signs. */
    static boolean isName(String name) {
        return !name.isEmpty()
                && name.codePoints()
                        .noneMatch(point -> point == '+'
                                || Character.isWhitespace(point)
                                || Character.isSpaceChar(point)
                                || Character.isISOControl(point));
    }

    /** Its name. */
    public String name() {
        return name;
    }

    /** Its id: the first four bytes of a hash over name, kind and key. */
    public byte[] id() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
            digest.update(ED25519);
            return Arrays.copyOf(digest.digest(key), ID_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** X.509 encoding of the key alone, base64. */
    public String encoded() {
        return Base64.getEncoder().encodeToString(x509());
    }

    private byte[] x509() {
        return ByteBuffer.allocate(X509_PREFIX.length + KEY_BYTES)
                .put(X509_PREFIX)
                .put(key)
                .array();
    }

    /** The signature as it stands in a note: id and then the signature. */
    String line(byte[] signature) {
        byte[] bytes = ByteBuffer.allocate(ID_BYTES + signature.length)
                .put(id())
                .put(signature)
                .array();
        return name + " " + Base64.getEncoder().encodeToString(bytes);
    }

    /** Whether the bytes of a signature in a note are this key's over the text. */
    boolean verifies(String text, byte[] signature) {
        // Java 17 takes a signature with further zero bytes.
        if (signature.length != ID_BYTES + SIGNATURE_BYTES
                || !Arrays.equals(signature, 0, ID_BYTES, id(), 0, ID_BYTES)) {
            return false;
        }
        try {
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(x509())));
            check.update(text.getBytes(StandardCharsets.UTF_8));
            return check.verify(Arrays.copyOfRange(signature, ID_BYTES, signature.length));
        } catch (GeneralSecurityException noSignature) {
            return false;
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NoteKey noteKey && name.equals(noteKey.name) && Arrays.equals(key, noteKey.key);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, Arrays.hashCode(key));
    }

    /** The verifier key, {@code name+id+key}. */
    @Override
    public String toString() {
        byte[] typed = ByteBuffer.allocate(KEY_BYTES + 1).put(ED25519).put(key).array();
        return name + "+" + HexFormat.of().formatHex(id()) + "+"
                + Base64.getEncoder().encodeToString(typed);
    }
}
