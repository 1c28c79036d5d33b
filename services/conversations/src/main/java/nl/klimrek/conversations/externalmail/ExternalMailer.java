package nl.klimrek.conversations.externalmail;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import nl.klimrek.servicekit.text.MailAddress;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** Hands messages to the mail server, through its circuit breaker {@value #SMTP}. */
@Component
class ExternalMailer {

    static final String SMTP = "smtp";

    /** SMTP replies from here on are final (RFC 5321 §4.2.1). */
    private static final int FINAL = 500;

    private final JavaMailSender mail;
    private final ExternalMailSettings settings;
    private final CircuitBreaker circuit;

    ExternalMailer(JavaMailSender mail, ExternalMailSettings settings, CircuitBreakerRegistry circuits) {
        this.mail = mail;
        this.settings = settings;
        this.circuit = circuits.circuitBreaker(SMTP);
    }

    /** What became of a message. */
    enum Result {
        ACCEPTED,
        /** The address takes no mail. */
        REJECTED,
        /** The server took nothing now. */
        UNAVAILABLE
    }

    /** Sends a message and returns when the server has answered or timed out. */
    Result send(ExternalMail message, String id) {
        MimeMessage mime;
        try {
            mime = write(message, id);
        } catch (MessagingException notPlain) {
            return Result.REJECTED;
        }
        try {
            return circuit.executeSupplier(() -> hand(mime));
        } catch (CallNotPermittedException | MailException unavailable) {
            return Result.UNAVAILABLE;
        }
    }

    private Result hand(MimeMessage mime) {
        try {
            mail.send(mime);
            return Result.ACCEPTED;
        } catch (MailSendException failed) {
            if (failed.getFailedMessages().values().stream().anyMatch(ExternalMailer::isAddress)) {
                return Result.REJECTED;
            }
            throw failed;
        }
    }

    private static boolean isAddress(Exception failure) {
        for (Throwable cause = failure; cause != null; cause = next(cause)) {
            if (cause instanceof SMTPAddressFailedException address) {
                return address.getReturnCode() >= FINAL;
            }
        }
        return false;
    }

    private static @Nullable Throwable next(Throwable failure) {
        return failure instanceof MessagingException chained && chained.getNextException() != null
                ? chained.getNextException()
                : failure.getCause();
    }

    private MimeMessage write(ExternalMail message, String id) throws MessagingException {
        if (!MailAddress.isPlain(message.to())) {
            throw new MessagingException("Not a plain address");
        }
        MimeMessage mime = new MessageWithId("<" + id.replaceAll("[^A-Za-z0-9.-]", ".") + "@klimrek>");
        mime.setFrom(new InternetAddress(settings.sender(), true));
        mime.setRecipient(MimeMessage.RecipientType.TO, new InternetAddress(message.to(), true));
        mime.setSubject(message.subject(), StandardCharsets.UTF_8.name());
        MimeMultipart alternatives = new MimeMultipart("alternative");
        MimeBodyPart text = new MimeBodyPart();
        text.setText(message.text(), StandardCharsets.UTF_8.name(), "plain");
        alternatives.addBodyPart(text);
        MimeBodyPart html = new MimeBodyPart();
        html.setText(message.html(), StandardCharsets.UTF_8.name(), "html");
        alternatives.addBodyPart(html);
        mime.setContent(alternatives);
        mime.setHeader("Content-Language", message.language());
        mime.setHeader("Auto-Submitted", "auto-generated");
        return mime;
    }

    /** A message with a given id. */
    private static final class MessageWithId extends MimeMessage {
        private final String id;

        MessageWithId(String id) {
            super((Session) null);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
