package nl.klimrek.reminders.mail;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.ratelimiter.RateLimiterRegistry;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import nl.klimrek.reminders.smtp.SmtpConnections;
import nl.klimrek.reminders.timing.RemindersProperties;
import org.springframework.stereotype.Component;

/**
 * Sends messages to the mail server, through its circuit breaker, bulkhead and rate limiter {@value #SMTP}: no more connections
 * at once and no more messages in a minute than {@link MailServerProperties} says.
 *
 * <p>SMTP has no way to ask whether a message was accepted. A message whose sender got no answer to its end is sent again, under
 * the same Message-ID.
 */
@Component
public class Mailer {

    static final String SMTP = "smtp";

    private static final Duration CONNECTION_WAIT = Duration.ofSeconds(10);

    private final SmtpConnections connections;
    private final RemindersProperties properties;
    private final CircuitBreaker circuit;
    private final Bulkhead bulkhead;
    private final RateLimiter rate;
    private final Clock clock;

    Mailer(
            SmtpConnections connections,
            RemindersProperties properties,
            MailServerProperties server,
            CircuitBreakerRegistry circuits,
            BulkheadRegistry bulkheads,
            RateLimiterRegistry rates,
            Clock clock) {
        this.connections = connections;
        this.clock = clock;
        this.properties = properties;
        this.circuit = circuits.circuitBreaker(SMTP);
        this.bulkhead = bulkheads.bulkhead(
                SMTP,
                BulkheadConfig.custom()
                        .maxConcurrentCalls(server.connections())
                        .maxWaitDuration(CONNECTION_WAIT)
                        .build());
        this.rate = rates.rateLimiter(
                SMTP,
                RateLimiterConfig.custom()
                        .limitForPeriod(1)
                        .limitRefreshPeriod(server.interval())
                        .timeoutDuration(MailServerProperties.MAX_WAIT)
                        .build());
    }

    /** Whether a message would be tried now. After the circuit was open for its time, one attempt is allowed. */
    public boolean isAvailable() {
        boolean permitted = circuit.tryAcquirePermission();
        if (permitted) {
            circuit.releasePermission();
        }
        return permitted;
    }

    /** Waits until the rate allows another message. Returns false if that takes too long, or the thread is interrupted. */
    public boolean awaitTurn() {
        return rate.acquirePermission();
    }

    /**
     * Sends a message, for which the caller has its turn, and returns when the server has answered or timed out.
     *
     * @param id the same for the same prompt and round, so that a duplicate can be recognised
     */
    public SmtpDeliveryResult send(OutgoingMail message, String id) {
        MimeMessage mime;
        try {
            mime = MimeMailWriter.write(message, properties.sender(), id);
            mime.setSentDate(Date.from(clock.instant()));
            mime.saveChanges();
        } catch (MessagingException e) {
            return SmtpDeliveryResult.UNDELIVERABLE;
        }
        try {
            bulkhead.executeCallable(() -> circuit.executeCallable(() -> {
                connections.send(mime);
                return SmtpDeliveryResult.ACCEPTED;
            }));
            return SmtpDeliveryResult.ACCEPTED;
        } catch (CallNotPermittedException | BulkheadFullException waiting) {
            return SmtpDeliveryResult.UNAVAILABLE;
        } catch (MessagingException failed) {
            return MailServerFailure.resultOf(failed);
        } catch (RuntimeException failed) {
            throw failed;
        } catch (Exception impossible) {
            throw new IllegalStateException("Sending throws nothing else", impossible);
        }
    }
}
