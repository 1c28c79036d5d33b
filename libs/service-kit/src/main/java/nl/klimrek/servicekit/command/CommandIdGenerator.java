package nl.klimrek.servicekit.command;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import nl.klimrek.eventing.MessageContext;

/**
 * Ids of what a command creates. They follow from the command key (the first 128 bits of its SHA-256, written as a
 * UUID), so that a repeated POST meets the aggregate it made the first time instead of making another.
 */
public final class CommandIdGenerator {
    private CommandIdGenerator() {}

    /** The id of the one thing this command creates. */
    public static String newId(MessageContext cause) {
        return newId(cause, "");
    }

    /** The id of one of several things this command creates. @param part what tells it from the others */
    public static String newId(MessageContext cause, String part) {
        byte[] seed = (keyOf(cause) + '\0' + part).getBytes(StandardCharsets.UTF_8);
        ByteBuffer bits = ByteBuffer.wrap(Fingerprint.sha256().digest(seed));
        return new UUID(bits.getLong(), bits.getLong()).toString();
    }

    /** An event that leads to a creation is as unrepeatable as a command: its place in its stream is its key. */
    private static String keyOf(MessageContext cause) {
        if (cause.marker() instanceof MessageContext.Marker.Command command) {
            return command.key();
        }
        if (cause.marker() instanceof MessageContext.Marker.Event event) {
            return event.stream() + '\0' + event.sequence();
        }
        throw new IllegalArgumentException("A cause without a key cannot name what it creates");
    }
}
