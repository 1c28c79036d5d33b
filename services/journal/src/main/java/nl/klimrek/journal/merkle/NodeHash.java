package nl.klimrek.journal.merkle;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The SHA-256 hash of a node of the tree. Leaves and inner nodes are hashed under different prefixes (RFC 9162 §2.1.1), so
 * that neither can be presented as the other.
 */
public final class NodeHash {

    /** Size in bytes. */
    public static final int BYTES = 32;

    /** The root of the tree without leaves. */
    public static final NodeHash EMPTY = new NodeHash(sha256().digest());

    private static final byte LEAF = 0;
    private static final byte INNER = 1;

    private final byte[] bytes;

    private NodeHash(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * A hash from its bytes.
     *
     * @throws IllegalArgumentException when they are not 32 bytes
     */
    public static NodeHash of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a SHA-256 hash has 32 bytes");
        }
        return new NodeHash(bytes.clone());
    }

    /** The hash of a leaf with this data. */
    public static NodeHash ofLeaf(byte[] data) {
        MessageDigest digest = sha256();
        digest.update(LEAF);
        return new NodeHash(digest.digest(data));
    }

    /** The hash of an inner node with these children. */
    public static NodeHash ofChildren(NodeHash left, NodeHash right) {
        MessageDigest digest = sha256();
        digest.update(INNER);
        digest.update(left.bytes);
        return new NodeHash(digest.digest(right.bytes));
    }

    static NodeHash read(byte[] from, int offset) {
        return new NodeHash(Arrays.copyOfRange(from, offset, offset + BYTES));
    }

    void write(byte[] to, int offset) {
        System.arraycopy(bytes, 0, to, offset, BYTES);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The 32 bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NodeHash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
