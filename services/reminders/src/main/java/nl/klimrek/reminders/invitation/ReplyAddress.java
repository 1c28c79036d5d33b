package nl.klimrek.reminders.invitation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.reminders.unsubscribe.LinkSigner;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The address to which one person replies about one conversation: the organizer's mailbox with a plus part of organisation and
 * signature. A signature of another person or conversation does not fit.
 */
@Component
public class ReplyAddress {

    private static final String PURPOSE = "calendar-reply";

    /** Stands for the conversation in a return address; no conversation has this id. */
    private static final String BOUNCE = ":bounce:";

    /** Longest part before the at sign, RFC 5321 §4.5.3.1.1. */
    private static final int MAX_LOCAL = 64;

    /** 130 bits; 60 bits where the name of the organisation leaves no more room. */
    private static final int MAX_CHARACTERS = 26;

    private static final int MIN_CHARACTERS = 12;
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int BITS = 5;

    private final LinkSigner signer;
    private final String local;
    private final String host;

    ReplyAddress(LinkSigner signer, CalendarMailProperties calendar) {
        this.signer = signer;
        int at = calendar.organizer().lastIndexOf('@');
        this.local = at < 0 ? "" : calendar.organizer().substring(0, at);
        this.host = calendar.organizer().substring(at + 1);
    }

    /** The address for one person; without a signature, so without replies, where there is no room for one. */
    String of(Key conversation, String person) {
        Organisation organisation = conversation.organisation();
        int room = room(organisation);
        return room < MIN_CHARACTERS
                ? local + "@" + host
                : local + "+" + organisation + "." + signature(conversation, person, room) + "@" + host;
    }

    /** The address to which mail to a person comes back; null where there is no room for a signature or no mailbox. */
    public @Nullable String returnAddress(Key person) {
        return local.isEmpty() || room(person.organisation()) < MIN_CHARACTERS
                ? null
                : of(Key.of(person.organisation(), BOUNCE), person.id());
    }

    /** Whether this is the return address of a person. */
    public boolean isReturnAddress(Parts parts, Key person) {
        return isSigned(parts, BOUNCE, person.id());
    }

    /** The organisation and signature of an address; empty when it is no address for replies. */
    public Optional<Parts> read(String address) {
        String text = address.toLowerCase(Locale.ROOT);
        String prefix = local.toLowerCase(Locale.ROOT) + "+";
        String suffix = "@" + host.toLowerCase(Locale.ROOT);
        if (local.isEmpty() || !text.startsWith(prefix) || !text.endsWith(suffix)) {
            return Optional.empty();
        }
        String plus = text.substring(prefix.length(), text.length() - suffix.length());
        int dot = plus.lastIndexOf('.');
        try {
            return dot < 0
                    ? Optional.empty()
                    : Optional.of(new Parts(new Organisation(plus.substring(0, dot)), plus.substring(dot + 1)));
        } catch (IllegalArgumentException noOrganisation) {
            return Optional.empty();
        }
    }

    /** Whether this signature is the one of this person and conversation. */
    public boolean isSigned(Parts parts, String conversation, String person) {
        int room = room(parts.organisation());
        return room >= MIN_CHARACTERS
                && MessageDigest.isEqual(
                        signature(Key.of(parts.organisation(), conversation), person, room)
                                .getBytes(StandardCharsets.US_ASCII),
                        parts.signature().getBytes(StandardCharsets.US_ASCII));
    }

    private int room(Organisation organisation) {
        return Math.min(
                MAX_CHARACTERS,
                MAX_LOCAL - local.length() - organisation.value().length() - 2);
    }

    private String signature(Key conversation, String person, int characters) {
        byte[] code = signer.code(conversation.organisation(), PURPOSE, conversation.id() + "\n" + person);
        StringBuilder text = new StringBuilder(characters);
        for (int i = 0; i < characters; i++) {
            text.append(ALPHABET.charAt(bits(code, i * BITS)));
        }
        return text.toString();
    }

    /** Five bits from a position on. */
    private static int bits(byte[] code, int from) {
        int value = 0;
        for (int i = from; i < from + BITS; i++) {
            int bit = (code[i / Byte.SIZE] >> (Byte.SIZE - 1 - i % Byte.SIZE)) & 1;
            value = (value << 1) | bit;
        }
        return value;
    }

    /** The plus part of an address for replies. */
    public record Parts(Organisation organisation, String signature) {}
}
