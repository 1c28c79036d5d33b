package nl.klimrek.journal.chain;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The part of an event's data that an entry keeps. The chain covers the digest only, so the data can be checked against it
 * and can be left out without breaking the chain.
 *
 * @param kind kind of digest
 * @param data JSON text as on the topic ({@link Kind#FACT}), or about it ({@link Kind#DIGEST}); otherwise null
 * @param digest see {@link Kind}
 */
public record EntryContent(Kind kind, @Nullable String data, Hash digest) {

    /** The kinds of content and their digests. */
    public enum Kind {
        /** The data of a known event type; digest of its UTF-8 bytes. */
        FACT,
        /** For an unknown event type: SHA-256 and size of the data as JSON; digest of that JSON. */
        DIGEST,
        /** For names and addresses: a salted commitment and no data. */
        COMMITMENT,
        /** For data that is no UTF-8 text: digest of its bytes. */
        OPAQUE,
        /** For a tombstone: no data; digest of zero bytes. */
        ERASURE
    }

    public EntryContent {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(digest, "digest");
        if ((kind == Kind.FACT || kind == Kind.DIGEST) != (data != null)) {
            throw new IllegalArgumentException("only content of kind FACT or DIGEST has data");
        }
    }

    /** The content of an event of a known type. */
    public static EntryContent of(byte[] data) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(data))
                    .toString();
            return new EntryContent(Kind.FACT, text, Hash.of(data));
        } catch (CharacterCodingException notText) {
            return new EntryContent(Kind.OPAQUE, null, Hash.of(data));
        }
    }

    /** The content of an event of an unknown type: enough to recognise the data, and nothing of it. */
    public static EntryContent ofUnknownType(byte[] data) {
        String summary = "{\"sha256\":\"" + Hash.of(data).hex() + "\",\"bytes\":" + data.length + "}";
        return new EntryContent(Kind.DIGEST, summary, Hash.of(summary.getBytes(StandardCharsets.UTF_8)));
    }

    /** A commitment to data that is kept elsewhere. */
    public static EntryContent ofCommitment(Hash commitment) {
        return new EntryContent(Kind.COMMITMENT, null, commitment);
    }

    /** The content of a tombstone. */
    public static EntryContent erasure() {
        return new EntryContent(Kind.ERASURE, null, Hash.of(new byte[0]));
    }

    /** Whether the kept data matches the digest. */
    public boolean matchesDigest() {
        return switch (kind) {
            case FACT, DIGEST ->
                data != null && Hash.of(data.getBytes(StandardCharsets.UTF_8)).equals(digest);
            case ERASURE -> digest.equals(erasure().digest);
            case COMMITMENT, OPAQUE -> true;
        };
    }
}
