package nl.klimrek.reminders.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import nl.klimrek.reminders.mail.OutgoingMail.CalendarPart;
import nl.klimrek.reminders.mail.OutgoingMail.UnsubscribeHeader;
import nl.klimrek.servicekit.text.MailAddress;
import org.eclipse.angus.mail.smtp.SMTPMessage;

/**
 * Writes messages as MIME: alternatives of plain text, HTML and, for an invitation, a calendar part (RFC 6047 §2.4).
 *
 * <p>Only a plain mailbox is an address, and no header takes a text with control characters, so that neither an address nor a
 * name can add a header or a recipient.
 */
final class MimeMailWriter {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private MimeMailWriter() {}

    /**
     * @param id the same for the same message, so that a duplicate can be recognised
     * @throws MessagingException if an address or a header is not plain
     */
    static MimeMessage write(OutgoingMail message, String sender, String id) throws MessagingException {
        SMTPMessage mime = new MimeMessageWithId("<" + id.replaceAll("[^A-Za-z0-9.-]", ".") + "@klimrek>");
        mime.setFrom(new InternetAddress(plain(sender), true));
        mime.setRecipient(MimeMessage.RecipientType.TO, address(message.to()));
        mime.setSubject(plain(message.subject()), UTF_8);
        MimeMultipart alternatives = new MimeMultipart("alternative");
        MimeBodyPart text = new MimeBodyPart();
        text.setText(message.text(), UTF_8, "plain");
        alternatives.addBodyPart(text);
        MimeBodyPart html = new MimeBodyPart();
        html.setText(message.html(), UTF_8, "html");
        alternatives.addBodyPart(html);
        CalendarPart calendar = message.calendar();
        if (calendar != null) {
            mime.setReplyTo(new InternetAddress[] {address(calendar.replyTo())});
            MimeBodyPart part = new MimeBodyPart();
            part.setText(calendar.content(), UTF_8, "calendar");
            part.setHeader("Content-Type", "text/calendar; charset=UTF-8; method=" + plain(calendar.method()));
            alternatives.addBodyPart(part);
        }
        mime.setContent(alternatives);
        UnsubscribeHeader unsubscribe = message.unsubscribe();
        if (unsubscribe != null) {
            mime.setHeader("List-Unsubscribe", "<" + plain(unsubscribe.link()) + ">");
            if (unsubscribe.oneClick()) {
                mime.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
            }
        }
        if (message.returnTo() != null) {
            mime.setEnvelopeFrom(address(message.returnTo()).getAddress());
        }
        mime.setHeader("Content-Language", plain(message.language()));
        mime.setHeader("Auto-Submitted", "auto-generated");
        return mime;
    }

    private static InternetAddress address(String text) throws MessagingException {
        if (!MailAddress.isPlain(text)) {
            throw new MessagingException("Not a plain address");
        }
        return new InternetAddress(text, true);
    }

    private static String plain(String text) throws MessagingException {
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new MessagingException("Not a plain header");
        }
        return text;
    }

    /** A message with a fixed id. */
    private static final class MimeMessageWithId extends SMTPMessage {
        private final String id;

        MimeMessageWithId(String id) {
            super((Session) null);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
