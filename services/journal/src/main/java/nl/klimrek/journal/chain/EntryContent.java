package nl.klimrek.journal.chain;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * What an entry keeps of an event's data. The chain holds the digest only, so data can be checked against it, and can be
 * left out without breaking the chain.
 *
 * @param kind what the digest is of
 * @param data JSON text exactly as it was on the topic ({@link Kind#FACT}), or about it ({@link Kind#DIGEST}); else null
 * @param digest see {@link Kind}
 */
public record EntryContent(Kind kind, String data, Hash digest) {

    /** What is kept, and what the digest is of. */
    public enum Kind {
        /** Facts and codes: the data itself; digest of its UTF-8 bytes. */
        FACT,
        /** Data of a type that is unknown here, so that it could be anything: its SHA-256 and size as JSON; digest of that JSON. */
        DIGEST,
        /** Names and addresses: a salted commitment, and nothing of the data. */
        COMMITMENT,
        /** Data that is no text and so can not be shown: digest of its bytes. */
        OPAQUE,
        /** A tombstone: there is no data; digest of no bytes. */
        ERASURE
    }

    public EntryContent {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(digest, "digest");
        if ((kind == Kind.FACT || kind == Kind.DIGEST) != (data != null)) {
            throw new IllegalArgumentException("data goes with facts and digests, and only with them");
        }
    }

    /** The data of an event that carries facts. */
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

    /** Of data of an unknown type: nothing of it, but enough to recognise it. */
    public static EntryContent unknown(byte[] data) {
        String known = "{\"sha256\":\"" + Hash.of(data).hex() + "\",\"bytes\":" + data.length + "}";
        return new EntryContent(Kind.DIGEST, known, Hash.of(known.getBytes(StandardCharsets.UTF_8)));
    }

    /** A commitment to data that is kept elsewhere. */
    public static EntryContent committed(Hash commitment) {
        return new EntryContent(Kind.COMMITMENT, null, commitment);
    }

    /** Of a tombstone. */
    public static EntryContent erasure() {
        return new EntryContent(Kind.ERASURE, null, Hash.of(new byte[0]));
    }

    /** Whether the data, where it is kept, is what the digest says. */
    public boolean holds() {
        return switch (kind) {
            case FACT, DIGEST -> Hash.of(data.getBytes(StandardCharsets.UTF_8)).equals(digest);
            case ERASURE -> digest.equals(erasure().digest);
            case COMMITMENT, OPAQUE -> true;
        };
    }
}
