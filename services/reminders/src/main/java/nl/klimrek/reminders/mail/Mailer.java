package nl.klimrek.reminders.mail;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import nl.klimrek.reminders.timing.RemindersProperties;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** Sends messages to the mail server, through its circuit breaker and bulkhead {@value #SMTP}. */
@Component
public class Mailer {

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
    public boolean isAvailable() {
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
    public SmtpDeliveryResult send(OutgoingMail message, String id) {
        MimeMessage mime;
        try {
            mime = MimeMailWriter.write(message, properties.sender(), id);
        } catch (MessagingException e) {
            return SmtpDeliveryResult.UNDELIVERABLE;
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
}
