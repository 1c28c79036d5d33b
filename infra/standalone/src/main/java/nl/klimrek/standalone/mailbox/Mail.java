package nl.klimrek.standalone.mailbox;

import java.util.List;

/**
 * A message as a person reads it; what a header does not tell is empty.
 *
 * @param date      ISO-8601 instant of arrival
 * @param to        the addresses it was really delivered to
 * @param messageId as its sender named it
 * @param text      the text part; of a message in HTML only, its text without tags
 */
record Mail(
        String id,
        String date,
        String from,
        List<String> to,
        String subject,
        String messageId,
        String text,
        List<String> attachments) {

    /** What a list shows of it. */
    record Line(String id, String date, String from, List<String> to, String subject, String messageId) {}

    /**
     * Whether it was sent for this organisation: the platform's message ids begin with the organisation and a dot. A message
     * without such an id is of none.
     */
    boolean isOf(String organisation) {
        return !organisation.isEmpty() && messageId.startsWith("<" + organisation + ".");
    }

    Line line() {
        return new Line(id, date, from, to, subject, messageId);
    }
}
