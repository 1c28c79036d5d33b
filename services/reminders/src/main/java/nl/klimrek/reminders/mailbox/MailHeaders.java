package nl.klimrek.reminders.mailbox;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the headers of a received message say. A header that cannot be read says nothing. */
final class MailHeaders {

    private static final int MAX_ADDRESSES = 50;
    private static final int MAX_HEADER = 8 * 1024;
    private static final Pattern MESSAGE_ID = Pattern.compile("<[^\\s<>]{1,400}>");
    private static final Pattern DMARC_PASS = Pattern.compile("(?i);\\s*dmarc\\s*=\\s*pass\\b");

    private MailHeaders() {}

    /** The one sender's address, lower case; empty when there is none or there are several. */
    static String from(MimeMessage message) throws MessagingException {
        List<String> found = all(message, "From").stream()
                .flatMap(value -> addresses(value).stream())
                .toList();
        return found.size() == 1 ? found.get(0) : "";
    }

    /** Addresses that the message was sent to, lower case. */
    static List<String> recipients(MimeMessage message) throws MessagingException {
        List<String> found = new ArrayList<>();
        for (String name : List.of("Delivered-To", "X-Original-To", "To", "Cc")) {
            all(message, name).forEach(value -> found.addAll(addresses(value)));
        }
        return found.stream().distinct().limit(MAX_ADDRESSES).toList();
    }

    /** Message-IDs that the message answers, the nearest first. */
    static List<String> answers(MimeMessage message) throws MessagingException {
        List<String> found = new ArrayList<>();
        for (String name : List.of("In-Reply-To", "References")) {
            Matcher ids = MESSAGE_ID.matcher(first(message, name));
            while (ids.find() && found.size() < MAX_ADDRESSES) {
                found.add(ids.group());
            }
        }
        return found;
    }

    /** Whether a program sent the message without a person (RFC 3834). */
    static boolean isAutomatic(MimeMessage message) throws MessagingException {
        String submitted = first(message, "Auto-Submitted").toLowerCase(Locale.ROOT);
        String precedence = first(message, "Precedence").toLowerCase(Locale.ROOT);
        return !submitted.isEmpty() && !submitted.startsWith("no")
                || precedence.equals("bulk")
                || precedence.equals("auto_reply")
                || first(message, "Return-Path").equals("<>");
    }

    /**
     * Whether the receiving server confirms the sender's domain. Only the newest result under its name counts, because a
     * message can bring along older ones of its own making (RFC 8601 §5).
     */
    static boolean isConfirmed(MimeMessage message, String authservId) throws MessagingException {
        if (authservId.isEmpty()) {
            return true;
        }
        return all(message, "Authentication-Results").stream()
                .filter(value -> value.split("[;\\s]", 2)[0].equalsIgnoreCase(authservId))
                .findFirst()
                .filter(value -> DMARC_PASS.matcher(value).find())
                .isPresent();
    }

    static String first(MimeMessage message, String name) throws MessagingException {
        return all(message, name).stream().findFirst().orElse("");
    }

    private static List<String> all(MimeMessage message, String name) throws MessagingException {
        String[] values = message.getHeader(name);
        return values == null
                ? List.of()
                : Stream.of(values)
                        .map(String::strip)
                        .filter(value -> value.length() <= MAX_HEADER)
                        .toList();
    }

    private static List<String> addresses(String header) {
        try {
            return Stream.of(InternetAddress.parseHeader(header, false))
                    .map(InternetAddress::getAddress)
                    .map(address -> address.toLowerCase(Locale.ROOT))
                    .toList();
        } catch (AddressException unreadable) {
            return List.of();
        }
    }
}
