package nl.klimrek.conversations.dialogue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.UUID;
import nl.klimrek.contracts.conversations.ConversationReason;
import nl.klimrek.contracts.conversations.ConversationType;

/**
 * Deterministic ids: the first 128 bits of a SHA-256 of what a conversation is for, written as a UUID. Planning the
 * same again therefore finds the conversation that is already there.
 */
public final class ConversationIds {

    private ConversationIds() {}

    /** The conversation of this employee, of this type, in this period of a cycle, counted from 0. */
    public static String ofPeriod(String cycle, String employee, ConversationType type, long period) {
        return id("period", cycle, employee, type.name(), Long.toString(period));
    }

    /**
     * The conversation that replaces one that ended because a participant did not stay. The id does not depend on the next
     * counterpart, so nothing is planned twice however often managers change.
     */
    public static String successor(String conversation) {
        return id("successor", conversation);
    }

    /** The conversation that something which happened to this employee asks for. */
    public static String ofTrigger(ConversationReason reason, String employee, String occurrence) {
        return id("trigger", reason.name(), employee, occurrence);
    }

    /** The conversation that a checklist of the old regime stands for. */
    public static String ofImport(String employee, String counterpart, LocalDate heldOn, String form) {
        return id("import", employee, counterpart, heldOn.toString(), form);
    }

    private static String id(String... parts) {
        ByteBuffer bits =
                ByteBuffer.wrap(sha256().digest(String.join("\0", parts).getBytes(StandardCharsets.UTF_8)));
        return new UUID(bits.getLong(), bits.getLong()).toString();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
