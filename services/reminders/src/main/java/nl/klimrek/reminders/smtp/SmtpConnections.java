package nl.klimrek.reminders.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * Open connections to the mail server. A message goes over one that is open already; a new one is opened only when there is none,
 * so there are never more of them than senders at once. A connection is closed after some messages, after a failure, and when it
 * was idle for some time.
 *
 * <p>A server may end an open connection at any moment. A message that it has not seen the end of then goes over a new
 * connection, once. Where it has, nobody knows whether it was accepted, so the sender decides.
 */
public final class SmtpConnections implements AutoCloseable {

    private static final int THREAD_SECONDS = 5;

    private final JavaMailSenderImpl server;
    private final int messagesEach;
    private final SmtpTimeouts timeouts;
    private final Deque<SmtpConnection> idle = new ArrayDeque<>();
    private final ScheduledThreadPoolExecutor closer;
    private boolean closing;
    private boolean closed;

    /** @param messagesEach messages of a connection at most */
    public SmtpConnections(JavaMailSenderImpl server, int messagesEach) {
        this(server, messagesEach, SmtpTimeouts.DEFAULT);
    }

    SmtpConnections(JavaMailSenderImpl server, int messagesEach, SmtpTimeouts timeouts) {
        this.server = server;
        this.messagesEach = messagesEach;
        this.timeouts = timeouts;
        this.closer = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "smtp-idle");
            thread.setDaemon(true);
            return thread;
        });
        closer.setKeepAliveTime(THREAD_SECONDS, TimeUnit.SECONDS);
        closer.allowCoreThreadTimeOut(true);
    }

    /**
     * Sends a message and returns when the server has accepted it.
     *
     * @throws MessagingException if it was not accepted, or the server did not answer to its end
     */
    public void send(MimeMessage message) throws MessagingException {
        long deadline = System.nanoTime() + timeouts.preparation().toNanos();
        SmtpConnection kept = take();
        if (kept != null) {
            try {
                send(kept, message, deadline);
                return;
            } catch (MessagingException failed) {
                if (kept.isOffered() || isAboutAddress(failed)) {
                    throw failed;
                }
                // The server has closed a connection that was open for long enough, or accepts no more messages on it.
            }
        }
        send(SmtpConnection.open(server, timeouts), message, deadline);
    }

    private void send(SmtpConnection connection, MimeMessage message, long deadline) throws MessagingException {
        boolean sent = false;
        try {
            connection.send(message, deadline);
            sent = true;
        } finally {
            if (!sent) {
                connection.abandon();
            } else if (!keep(connection)) {
                connection.quit();
            }
        }
    }

    private static boolean isAboutAddress(MessagingException failed) {
        for (Exception each = failed; each instanceof MessagingException next; each = next.getNextException()) {
            if (each instanceof SMTPAddressFailedException) {
                return true;
            }
        }
        return failed instanceof SendFailedException sending
                && sending.getInvalidAddresses() != null
                && sending.getInvalidAddresses().length > 0;
    }

    /** The connection that was used last; null when there is none. */
    private @Nullable SmtpConnection take() {
        SmtpConnection newest;
        synchronized (this) {
            newest = idle.pollLast();
        }
        if (newest != null && newest.idle().compareTo(timeouts.idle()) > 0) {
            newest.quit();
            return take();
        }
        return newest;
    }

    private synchronized boolean keep(SmtpConnection connection) {
        if (closed || connection.messages() >= messagesEach) {
            return false;
        }
        idle.addLast(connection);
        closeIdleLater();
        return true;
    }

    private synchronized void closeIdleLater() {
        if (!closing && !closed) {
            closing = true;
            closer.schedule(this::closeIdle, timeouts.idle().toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void closeIdle() {
        List<SmtpConnection> old = new ArrayList<>();
        synchronized (this) {
            closing = false;
            while (!idle.isEmpty() && idle.getFirst().idle().compareTo(timeouts.idle()) >= 0) {
                old.add(idle.removeFirst());
            }
            if (!idle.isEmpty()) {
                closeIdleLater();
            }
        }
        old.forEach(SmtpConnection::quit);
    }

    /** Number of open connections without a message. */
    synchronized int idle() {
        return idle.size();
    }

    /** Closes the connections that are idle; one that is in use is closed after its message. */
    @Override
    public void close() {
        List<SmtpConnection> all;
        synchronized (this) {
            closed = true;
            all = List.copyOf(idle);
            idle.clear();
        }
        closer.shutdownNow();
        all.forEach(SmtpConnection::quit);
    }
}
