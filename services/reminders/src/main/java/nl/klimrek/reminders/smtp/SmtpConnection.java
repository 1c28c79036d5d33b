package nl.klimrek.reminders.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * One connection to the mail server. It knows whether the server may have accepted a message that failed: only after the end of the
 * message was sent.
 */
final class SmtpConnection extends SMTPTransport {

    private static final String PREFIX = "mail.smtp.";
    private static final int QUIT_MILLIS = 1_000;

    private final OwnSocket socket;
    private final SmtpTimeouts timeouts;
    private long deadline;
    private boolean offered;
    private int messages;
    private long idleSince;

    private SmtpConnection(Session session, OwnSocket socket, SmtpTimeouts timeouts) {
        super(session, null);
        this.socket = socket;
        this.timeouts = timeouts;
    }

    /** Opens a connection to the server of these settings. */
    static SmtpConnection open(JavaMailSenderImpl server, SmtpTimeouts timeouts) throws MessagingException {
        OwnSocket socket = new OwnSocket();
        Properties settings = new Properties();
        settings.putAll(server.getJavaMailProperties());
        settings.put(PREFIX + "socketFactory", socket);
        settings.put(PREFIX + "socketFactory.fallback", "false");
        SmtpConnection connection = new SmtpConnection(Session.getInstance(settings), socket, timeouts);
        String username = server.getUsername();
        boolean named = username != null && !username.isEmpty();
        try {
            connection.connect(
                    server.getHost(), server.getPort(), named ? username : null, named ? server.getPassword() : null);
        } catch (MessagingException failed) {
            connection.abandon();
            throw failed;
        }
        return connection;
    }

    /**
     * Sends a message and returns when the server has accepted it.
     *
     * @param deadline {@link System#nanoTime} until which its end may be sent
     */
    void send(MimeMessage message, long deadline) throws MessagingException {
        this.deadline = deadline;
        offered = false;
        messages++;
        sendMessage(message, message.getAllRecipients());
        idleSince = System.nanoTime();
    }

    /** Whether the end of the last message was sent, so that the server may have accepted it. */
    boolean isOffered() {
        return offered;
    }

    /** Messages that were sent on it. */
    int messages() {
        return messages;
    }

    /** Time without a message. */
    Duration idle() {
        return Duration.ofNanos(System.nanoTime() - idleSince);
    }

    @Override
    protected void finishData() throws IOException, MessagingException {
        if (System.nanoTime() - deadline > 0) {
            throw new IOException("The mail server was too slow");
        }
        offered = true;
        int before = socket.timeout();
        // A shorter wait would give up a message that the server accepts in the end, and send it again.
        socket.setTimeout(Math.max(before, Math.toIntExact(timeouts.answer().toMillis())));
        super.finishData();
        socket.setTimeout(before);
    }

    /** Says goodbye and closes the connection. */
    void quit() {
        try {
            socket.setTimeout(QUIT_MILLIS);
            close();
        } catch (IOException | MessagingException gone) {
            abandon();
        }
    }

    /** Closes the connection without a word, after a failure. */
    void abandon() {
        try {
            socket.close();
            close();
        } catch (IOException | MessagingException gone) {
            // It is closed in any case.
        }
    }
}
