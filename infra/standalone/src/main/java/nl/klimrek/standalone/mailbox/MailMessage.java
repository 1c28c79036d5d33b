package nl.klimrek.standalone.mailbox;

import java.util.List;

/**
 * A parsed message; absent headers are empty.
 *
 * @param date      ISO-8601 instant of arrival
 * @param to        the addresses it was really delivered to
 * @param messageId the Message-ID header
 * @param text      the text part; of a message in HTML only, its text without tags
 * @param html      the HTML part
 * @param calendar  the calendar part
 */
record MailMessage(
        String id,
        String date,
        String from,
        List<String> to,
        String subject,
        String messageId,
        String text,
        String html,
        String calendar,
        List<String> attachments) {

    /** The summary of a message in the list. */
    record Line(String id, String date, String from, List<String> to, String subject, String messageId) {}

    /** Whether the message belongs to this organisation: its message id begins with the organisation and a dot. */
    boolean isOf(String organisation) {
        return !organisation.isEmpty() && messageId.startsWith("<" + organisation + ".");
    }

    Line line() {
        return new Line(id, date, from, to, subject, messageId);
    }
}
