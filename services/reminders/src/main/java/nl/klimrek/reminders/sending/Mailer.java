package nl.klimrek.reminders.sending;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import nl.klimrek.reminders.timing.RemindersProperties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Hands messages to the mail server. */
@Component
class Mailer {

    private static final int PERMANENT = 500;

    private final JavaMailSender mail;
    private final RemindersProperties properties;

    Mailer(JavaMailSender mail, RemindersProperties properties) {
        this.mail = mail;
        this.properties = properties;
    }

    /**
     * Returns when the mail server has answered, or did not.
     *
     * @param id the same for the same prompt and round, so that what is sent twice can be told to be one
     */
    SmtpDeliveryResult send(PromptMail message, String id) {
        MimeMessage mime;
        try {
            mime = mime(message, id);
        } catch (MessagingException e) {
            return SmtpDeliveryResult.REFUSED;
        }
        try {
            mail.send(mime);
            return SmtpDeliveryResult.TAKEN;
        } catch (MailSendException e) {
            return e.getFailedMessages().values().stream()
                    .findFirst()
                    .map(Mailer::answer)
                    .orElse(SmtpDeliveryResult.AWAY);
        } catch (MailException e) {
            return SmtpDeliveryResult.AWAY;
        }
    }

    private MimeMessage mime(PromptMail message, String id) throws MessagingException {
        Identified mime = new Identified("<" + id.replaceAll("[^A-Za-z0-9.-]", ".") + "@klimrek>");
        MimeMessageHelper helper = new MimeMessageHelper(mime, true, StandardCharsets.UTF_8.name());
        helper.setFrom(properties.sender());
        helper.setTo(message.to());
        helper.setSubject(message.subject());
        helper.setText(message.text(), message.html());
        mime.setHeader("Content-Language", message.language());
        mime.setHeader("Auto-Submitted", "auto-generated");
        return mime;
    }

    /** Only a word about the address is about this receiver for good; any other refusal may have to do with the server. */
    private static SmtpDeliveryResult answer(Exception failure) {
        SmtpDeliveryResult answer = SmtpDeliveryResult.AWAY;
        for (Throwable one = failure; one != null; one = next(one)) {
            if (one instanceof SMTPAddressFailedException address) {
                return address.getReturnCode() >= PERMANENT ? SmtpDeliveryResult.REFUSED : SmtpDeliveryResult.NOT_NOW;
            }
            if (one instanceof SMTPSendFailedException) {
                answer = SmtpDeliveryResult.NOT_NOW;
            }
        }
        return answer;
    }

    private static Throwable next(Throwable failure) {
        return failure instanceof MessagingException chained ? chained.getNextException() : failure.getCause();
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
