package nl.klimrek.reminders;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.subethamail.smtp.server.SMTPServer;

/** A mail server that takes every message, answers some of them, and leaves the senders of all later ones without an answer. */
final class HoldingMailServer implements AutoCloseable {

    private static final int LONGEST_SECONDS = 600;

    private final Map<String, List<String>> messages = new ConcurrentHashMap<>();
    private final AtomicInteger arrived = new AtomicInteger();
    private final AtomicInteger held = new AtomicInteger();
    private final CountDownLatch end = new CountDownLatch(1);
    private final int answered;
    private final SMTPServer server;

    private HoldingMailServer(int answered) {
        this.answered = answered;
        this.server = SMTPServer.port(0)
                .messageHandler((context, from, to, data) -> take(to, data))
                .build();
        server.start();
    }

    /** @param messages number of messages whose sender gets an answer */
    static HoldingMailServer answering(int messages) {
        return new HoldingMailServer(messages);
    }

    int port() {
        return server.getPortAllocated();
    }

    /** Message ids of each recipient, by the part before the at sign. */
    Map<String, List<String>> messages() {
        return Map.copyOf(messages);
    }

    /** Number of senders that wait for an answer. */
    int held() {
        return held.get();
    }

    private void take(String to, byte[] data) {
        messages.computeIfAbsent(to.replaceAll("@.*", ""), none -> new CopyOnWriteArrayList<>())
                .add(idOf(data));
        if (arrived.incrementAndGet() > answered) {
            held.incrementAndGet();
            try {
                if (!end.await(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                    throw new IllegalStateException("nobody closed the server");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static String idOf(byte[] data) {
        try {
            return new MimeMessage((Session) null, new ByteArrayInputStream(data)).getMessageID();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        end.countDown();
        server.stop();
    }
}
