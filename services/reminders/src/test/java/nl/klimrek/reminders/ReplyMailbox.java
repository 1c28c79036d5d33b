package nl.klimrek.reminders;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import nl.klimrek.testkit.service.TestPort;

/** An IMAP server with the mailbox of the organizer. */
final class ReplyMailbox {

    static final String ADDRESS = "klimrek@klimrek.example";
    static final String UNKNOWN = "Klimrek-unknown";

    private static final Session NO_SERVER = Session.getInstance(new Properties());

    private final GreenMail server =
            new GreenMail(new ServerSetup(TestPort.free(), "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
    private final GreenMailUser user;

    ReplyMailbox() {
        server.start();
        user = server.setUser(ADDRESS, "klimrek", "not-a-secret");
    }

    Map<String, Object> settings() {
        return Map.of(
                "klimrek.reminders.mailbox.host", "127.0.0.1",
                "klimrek.reminders.mailbox.port", server.getImap().getPort(),
                "klimrek.reminders.mailbox.protocol", "imap",
                "klimrek.reminders.mailbox.starttls", false,
                "klimrek.reminders.mailbox.username", "klimrek",
                "klimrek.reminders.mailbox.password", "not-a-secret",
                "klimrek.reminders.mailbox.poll-interval", "1s",
                "klimrek.reminders.mailbox.per-round", "10000",
                "resilience4j.circuitbreaker.instances.imap.wait-duration-in-open-state", "1s");
    }

    /** Puts a message into the mailbox, as the mail server does. */
    void deliver(String message) {
        try {
            user.deliver(new MimeMessage(
                    NO_SERVER,
                    new ByteArrayInputStream(message.replaceAll("\r?\n", "\r\n").getBytes(StandardCharsets.UTF_8))));
        } catch (MessagingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    void stopServer() {
        server.getImap().stopService();
    }

    void startServer() {
        server.getImap().startService();
    }

    boolean isEmpty() {
        return inbox().getMessageCount() == 0;
    }

    /** Messages in the folder of what is not understood. */
    int unknown() {
        MailFolder folder = server.getManagers().getImapHostManager().getFolder(user, UNKNOWN);
        return folder == null ? 0 : folder.getMessageCount();
    }

    private MailFolder inbox() {
        try {
            return server.getManagers().getImapHostManager().getInbox(user);
        } catch (FolderException e) {
            throw new IllegalStateException(e);
        }
    }
}
