package nl.klimrek.reminders.mailbox;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.klimrek.reminders.mailbox.IncomingMail.DeliveryFailure;
import org.jspecify.annotations.Nullable;

/** Collects a delivery report (RFC 3464) from its parts. */
final class DeliveryReport {

    private static final Pattern RECIPIENT =
            field("(?:Final|Original)-Recipient", "(?:rfc822;)?\\s*<?([^\\s<>;]+@[^\\s<>;]+)>?");
    private static final Pattern ACTION = field("Action", "(\\w+)");
    private static final Pattern STATUS = field("Status", "(\\d\\.\\d{1,3}\\.\\d{1,3})");
    private static final Pattern MESSAGE_ID = field("Message-ID", "(<[^\\s<>]+>)");

    /** Permanent failures of the address itself: a bad mailbox, system or destination, or a mailbox that is closed. */
    private static final Pattern BAD_ADDRESS = Pattern.compile("5\\.(0\\.0|1\\.\\d+|2\\.1|4\\.4)");

    private String recipient = "";
    private String action = "";
    private String status = "";
    private String original = "";

    /** Reads the part {@code message/delivery-status}. */
    void status(String text) {
        recipient = first(RECIPIENT, text).toLowerCase(Locale.ROOT);
        action = first(ACTION, text).toLowerCase(Locale.ROOT);
        status = first(STATUS, text);
    }

    /** Reads the mail that was not delivered, or its headers. */
    void original(String text) {
        original = first(MESSAGE_ID, text);
    }

    /** The failure; null when nothing was reported as failed. */
    @Nullable
    DeliveryFailure failure() {
        return action.equals("failed")
                ? new DeliveryFailure(recipient, BAD_ADDRESS.matcher(status).matches(), original)
                : null;
    }

    private static String first(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        return found.find() ? found.group(1) : "";
    }

    private static Pattern field(String name, String value) {
        return Pattern.compile("^" + name + ":\\s*" + value, Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);
    }
}
