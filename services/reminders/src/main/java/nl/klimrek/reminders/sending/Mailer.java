package nl.klimrek.reminders.sending;

import java.nio.charset.StandardCharsets;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import nl.klimrek.reminders.RemindersProperties;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Hands messages to the mail server. */
@Component
class Mailer {

    private final JavaMailSender mail;
    private final RemindersProperties properties;

    Mailer(JavaMailSender mail, RemindersProperties properties) {
        this.mail = mail;
        this.properties = properties;
    }

    /**
     * Returns when the mail server has it.
     *
     * @param id the same for the same prompt and round, so that what is sent twice can be told to be one
     * @throws org.springframework.mail.MailException when the mail server did not take it
     */
    void send(Message message, String id) {
        try {
            Identified mime = new Identified("<" + id.replaceAll("[^A-Za-z0-9.-]", ".") + "@klimrek>");
            MimeMessageHelper helper = new MimeMessageHelper(mime, true, StandardCharsets.UTF_8.name());
            helper.setFrom(properties.sender());
            helper.setTo(message.to());
            helper.setSubject(message.subject());
            helper.setText(message.text(), message.html());
            mime.setHeader("Content-Language", message.language());
            mime.setHeader("Auto-Submitted", "auto-generated");
            mail.send(mime);
        } catch (MessagingException e) {
            throw new UnsendableException(e);
        }
    }

    /** Something about this one message makes it impossible to send, such as an address that is none. */
    static final class UnsendableException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnsendableException(Exception cause) {
            super(cause.getClass().getSimpleName());
        }
    }

    /** A message that keeps the id it was given. */
    private static final class Identified extends MimeMessage {
        private final String id;

        Identified(String id) {
            super((Session) null);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
