package nl.klimrek.standalone.mailbox;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.subethamail.smtp.server.SMTPServer;

/**
 * The demo's mail server with its pages, on two free loopback ports. Keeps the newest {@value #KEPT} messages of at
 * most 2 MiB in {@code <data>/mail/}; a message that was acknowledged survives a kill and a restart.
 */
public final class Mailbox implements AutoCloseable {

    static final int KEPT = 1000;

    private final SMTPServer smtp;
    private final HttpServer http;
    private final ExecutorService readers = Executors.newFixedThreadPool(2, run -> {
        Thread thread = new Thread(run, "mailbox-pages");
        thread.setDaemon(true);
        return thread;
    });

    private Mailbox(MailFolder folder, InetAddress loopback) throws IOException {
        http = HttpServer.create(new InetSocketAddress(loopback, 0), 0);
        http.createContext("/mail", new MailboxPages(folder));
        http.setExecutor(readers);
        http.start();
        smtp = SMTPServer.port(0).bindAddress(loopback).hostName("localhost").softwareName("Klimrek demo")
                .maxMessageSize(MailInlet.LARGEST).maxRecipients(100).maxConnections(20)
                .messageHandlerFactory(context -> new MailInlet(folder)).build();
        smtp.start();
    }

    /**
     * Starts both servers.
     *
     * @param dataFolder the platform's data folder
     * @throws UncheckedIOException when the folder can not be used or no port is free
     */
    public static Mailbox start(Path dataFolder, Clock clock) {
        try {
            MailFolder folder = new MailFolder(dataFolder.resolve("mail"), KEPT, clock);
            return new Mailbox(folder, InetAddress.getByName("127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException("The demo's mailbox could not be started", e);
        }
    }

    /** Where the platform sends its mail, on 127.0.0.1. */
    public int smtpPort() {
        return smtp.getPortAllocated();
    }

    /** Where {@code /mail} is served, on 127.0.0.1. */
    public int httpPort() {
        return http.getAddress().getPort();
    }

    @Override
    public void close() {
        smtp.stop();
        http.stop(0);
        readers.shutdownNow();
    }
}
