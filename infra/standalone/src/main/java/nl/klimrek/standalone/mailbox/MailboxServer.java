package nl.klimrek.standalone.mailbox;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.subethamail.smtp.server.SMTPServer;

/**
 * The demo's mail server and its web pages, on two loopback ports. Stores the newest {@value #MAX_MESSAGES} messages
 * of at most 2 MiB as {@code .eml} files. An acknowledged message survives a kill and a restart.
 */
public final class MailboxServer implements AutoCloseable {

    static final int MAX_MESSAGES = 1000;

    /** Mailbox that invites people's calendars; replies to it are read over IMAP. */
    public static final String ORGANIZER = ReplyServer.ADDRESS;

    private final SMTPServer smtp;
    private final ReplyServer replies;
    private final HttpServer http;
    private final ExecutorService readers = Executors.newFixedThreadPool(2, run -> {
        Thread thread = new Thread(run, "mailbox-pages");
        thread.setDaemon(true);
        return thread;
    });

    private final String path;

    private MailboxServer(MailFolder folder, InetAddress loopback, int httpPort, String secret) throws IOException {
        path = "/" + secret;
        replies = new ReplyServer(secret);
        replies.load(folder);
        http = HttpServer.create(new InetSocketAddress(loopback, httpPort), 0);
        http.createContext(path + "/mail", new MailboxHandler(folder, path));
        http.setExecutor(readers);
        http.start();
        smtp = SMTPServer.port(0)
                .bindAddress(loopback)
                .hostName("localhost")
                .softwareName("Klimrek demo")
                .maxMessageSize(SmtpReceiver.MAX_BYTES)
                .maxRecipients(100)
                .maxConnections(20)
                .messageHandlerFactory(context -> new SmtpReceiver(folder, replies))
                .build();
        smtp.start();
    }

    /**
     * Starts both servers; the mail server listens on any free port.
     *
     * @param folder   where the messages are kept; made when absent
     * @param httpPort port of the pages; 0 for any free port
     * @param secret   first part of the path of every page, so that nobody on this machine finds them past the portal
     * @throws UncheckedIOException if the folder cannot be used or the port is in use
     */
    public static MailboxServer start(Path folder, int httpPort, String secret) {
        try {
            MailFolder mail = new MailFolder(folder, MAX_MESSAGES, Clock.systemUTC());
            return new MailboxServer(mail, InetAddress.getByName("127.0.0.1"), httpPort, secret);
        } catch (IOException e) {
            throw new UncheckedIOException("The demo's mailbox could not be started", e);
        }
    }

    /** Port of the mail server on 127.0.0.1. */
    public int smtpPort() {
        return smtp.getPortAllocated();
    }

    /** Port of the IMAP server on 127.0.0.1. */
    public int imapPort() {
        return replies.port();
    }

    /** Base URL of {@code /mail} for the portal; contains the secret. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort() + path);
    }

    @Override
    public void close() {
        smtp.stop();
        replies.close();
        http.stop(0);
        readers.shutdownNow();
    }
}
