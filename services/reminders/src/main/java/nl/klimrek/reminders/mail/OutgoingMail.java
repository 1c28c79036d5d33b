package nl.klimrek.reminders.mail;

import org.jspecify.annotations.Nullable;

/**
 * An e-mail to one person. It says which step to take, with whom, when, why and where, and never what the subject holds.
 *
 * @param to e-mail address
 * @param language language of the text
 * @param text plain text
 * @param html the same text as HTML
 * @param unsubscribe link that turns off mail of this kind; null for none
 * @param calendar calendar part; null for none
 * @param returnTo address to which mail that cannot be delivered comes back; null for the sender's
 */
public record OutgoingMail(
        String to,
        String language,
        String subject,
        String text,
        String html,
        @Nullable UnsubscribeHeader unsubscribe,
        @Nullable CalendarPart calendar,
        @Nullable String returnTo) {

    /** A message without a calendar part, that comes back to the sender. */
    public OutgoingMail(
            String to,
            String language,
            String subject,
            String text,
            String html,
            @Nullable UnsubscribeHeader unsubscribe) {
        this(to, language, subject, text, html, unsubscribe, null, null);
    }

    /**
     * Where mail of this kind is turned off (RFC 2369).
     *
     * @param link address of the page
     * @param oneClick whether a mail program may turn it off by itself (RFC 8058)
     */
    public record UnsubscribeHeader(String link, boolean oneClick) {}

    /**
     * A calendar message (RFC 6047).
     *
     * @param method method of the calendar message, such as {@code REQUEST}
     * @param content iCalendar text
     * @param replyTo address to which calendar programs reply
     */
    public record CalendarPart(String method, String content, String replyTo) {}
}
