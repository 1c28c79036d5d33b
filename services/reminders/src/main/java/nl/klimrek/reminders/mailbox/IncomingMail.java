package nl.klimrek.reminders.mailbox;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A received message, as far as it concerns this service. Apart from the calendar parts, no text that a person typed is in it.
 *
 * @param id the same for the same message: a hash of its Message-ID and sender, or of the whole message
 * @param from sender's address, lower case; empty when it has none or several, or its server could not confirm it
 * @param to addresses that it was sent to, lower case
 * @param answers Message-IDs that it answers
 * @param automatic whether a program sent it without a person (RFC 3834)
 * @param calendars its calendar parts
 * @param failure what it says about mail that was not delivered; null when it says nothing
 */
public record IncomingMail(
        String id,
        String from,
        List<String> to,
        List<String> answers,
        boolean automatic,
        List<String> calendars,
        @Nullable DeliveryFailure failure) {

    public IncomingMail {
        to = List.copyOf(to);
        answers = List.copyOf(answers);
        calendars = List.copyOf(calendars);
    }

    /** Leaves out what people typed. */
    @Override
    public String toString() {
        return "IncomingMail[" + id + "]";
    }

    /**
     * A report about mail that was not delivered (RFC 3464).
     *
     * @param recipient address that it is about, lower case
     * @param permanent whether it failed for good, because of the address
     * @param original Message-ID of the mail that was not delivered; empty when the report does not say
     */
    public record DeliveryFailure(String recipient, boolean permanent, String original) {}
}
