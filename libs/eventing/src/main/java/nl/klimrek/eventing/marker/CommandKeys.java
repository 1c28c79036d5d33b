package nl.klimrek.eventing.marker;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import nl.klimrek.eventing.MessageContext.Marker;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * The newest command keys of a document with their fingerprints, oldest first. Each is the first 16 bytes of a
 * SHA-256, and all are one block of bytes, so that the store does not parse them at each write. Two keys collide
 * once in about 2^64.
 */
final class CommandKeys {

    /** Callers retry soon or never, so older keys are dropped. */
    static final int MAX_KEYS = 64;

    private static final String FIELD = "commands";
    private static final int DIGEST_BYTES = 16;
    private static final int ENTRY_BYTES = 2 * DIGEST_BYTES;

    private CommandKeys() {}

    /**
     * Whether this command was handled before.
     *
     * @throws CommandKeyReusedException if its key was used for another command
     */
    static boolean contains(Document document, Marker.Command command) {
        byte[] block = block(document);
        byte[] key = digest(command.key());
        for (int at = 0; at < block.length; at += ENTRY_BYTES) {
            if (Arrays.equals(block, at, at + DIGEST_BYTES, key, 0, DIGEST_BYTES)) {
                if (!Arrays.equals(
                        block, at + DIGEST_BYTES, at + ENTRY_BYTES, digest(command.fingerprint()), 0, DIGEST_BYTES)) {
                    throw new CommandKeyReusedException();
                }
                return true;
            }
        }
        return false;
    }

    /** Adds the command to the fields that the write sets. */
    static void record(@Nullable Document document, Marker.Command command, Document set) {
        byte[] before = document == null ? new byte[0] : block(document);
        int keep = Math.min(before.length, (MAX_KEYS - 1) * ENTRY_BYTES);
        set.append(
                FIELD,
                new Binary(ByteBuffer.allocate(keep + ENTRY_BYTES)
                        .put(before, before.length - keep, keep)
                        .put(digest(command.key()))
                        .put(digest(command.fingerprint()))
                        .array()));
    }

    private static byte[] block(Document document) {
        Object stored = document.get(FIELD);
        return stored == null
                ? new byte[0]
                : stored instanceof Binary block ? block.getData() : legacyBlock((List<?>) stored);
    }

    /** Converts the format before blocks. */
    private static byte[] legacyBlock(List<?> commands) {
        ByteBuffer block = ByteBuffer.allocate(commands.size() * ENTRY_BYTES);
        for (Object each : commands) {
            Document command = (Document) each;
            block.put(digest(command.getString("key"))).put(digest(command.getString("print")));
        }
        return block.array();
    }

    static byte[] digest(String text) {
        try {
            return Arrays.copyOf(
                    MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)), DIGEST_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
