package nl.klimrek.reminders.sending;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import nl.klimrek.reminders.timing.RemindersProperties;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Sends messages to the mail server, through its circuit breaker and bulkhead {@value #SMTP}. */
@Component
class Mailer {

    static final String SMTP = "smtp";

    private final JavaMailSender mail;
    private final RemindersProperties properties;
    private final CircuitBreaker circuit;
    private final Bulkhead bulkhead;

    Mailer(
            JavaMailSender mail,
            RemindersProperties properties,
            CircuitBreakerRegistry circuits,
            BulkheadRegistry bulkheads) {
        this.mail = mail;
        this.properties = properties;
        this.circuit = circuits.circuitBreaker(SMTP);
        this.bulkhead = bulkheads.bulkhead(SMTP);
    }

    /** Whether a message would be tried now. After the circuit was open for its time, one attempt is allowed. */
    boolean isAvailable() {
        boolean permitted = circuit.tryAcquirePermission();
        if (permitted) {
            circuit.releasePermission();
        }
        return permitted;
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
            bulkhead.executeRunnable(() -> circuit.executeRunnable(() -> mail.send(mime)));
            return SmtpDeliveryResult.ACCEPTED;
        } catch (CallNotPermittedException | BulkheadFullException waiting) {
            return SmtpDeliveryResult.UNAVAILABLE;
        } catch (MailException e) {
            return MailServerFailure.resultOf(e);
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
