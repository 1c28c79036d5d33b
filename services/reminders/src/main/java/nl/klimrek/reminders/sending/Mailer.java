package nl.klimrek.reminders.sending;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import nl.klimrek.reminders.timing.RemindersProperties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Sends messages to the mail server. */
@Component
class Mailer {

    private static final int PERMANENT_FAILURE = 500;

    private final JavaMailSender mail;
    private final RemindersProperties properties;

    Mailer(JavaMailSender mail, RemindersProperties properties) {
        this.mail = mail;
        this.properties = properties;
    }

    /**
     * Sends a message and returns when the server has answered or timed out.
     *
     * @param id the same for the same prompt and round, so that a duplicate can be recognised
     */
    SmtpDeliveryResult send(PromptMail message, String id) {
        MimeMessage mime;
        try {
            mime = mime(message, id);
        } catch (MessagingException e) {
            return SmtpDeliveryResult.REJECTED;
        }
        try {
            mail.send(mime);
            return SmtpDeliveryResult.ACCEPTED;
        } catch (MailSendException e) {
            return e.getFailedMessages().values().stream()
                    .findFirst()
                    .map(Mailer::resultOf)
                    .orElse(SmtpDeliveryResult.UNAVAILABLE);
        } catch (MailException e) {
            return SmtpDeliveryResult.UNAVAILABLE;
        }
    }

    private MimeMessage mime(PromptMail message, String id) throws MessagingException {
        MimeMessageWithId mime = new MimeMessageWithId("<" + id.replaceAll("[^A-Za-z0-9.-]", ".") + "@klimrek>");
        MimeMessageHelper helper = new MimeMessageHelper(mime, true, StandardCharsets.UTF_8.name());
        helper.setFrom(properties.sender());
        helper.setTo(message.to());
        helper.setSubject(message.subject());
        helper.setText(message.text(), message.html());
        mime.setHeader("Content-Language", message.language());
        mime.setHeader("Auto-Submitted", "auto-generated");
        return mime;
    }

    /** Only an answer about the address concerns this recipient. Any other failure may concern the server. */
    private static SmtpDeliveryResult resultOf(Exception failure) {
        SmtpDeliveryResult result = SmtpDeliveryResult.UNAVAILABLE;
        for (Throwable cause = failure; cause != null; cause = next(cause)) {
            if (cause instanceof SMTPAddressFailedException address) {
                return address.getReturnCode() >= PERMANENT_FAILURE
                        ? SmtpDeliveryResult.REJECTED
                        : SmtpDeliveryResult.RETRY_LATER;
            }
            if (cause instanceof SMTPSendFailedException) {
                result = SmtpDeliveryResult.RETRY_LATER;
            }
        }
        return result;
    }

    private static @Nullable Throwable next(Throwable failure) {
        return failure instanceof MessagingException chained ? chained.getNextException() : failure.getCause();
    }

    /** A message with a fixed id. */
    private static final class MimeMessageWithId extends MimeMessage {
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
