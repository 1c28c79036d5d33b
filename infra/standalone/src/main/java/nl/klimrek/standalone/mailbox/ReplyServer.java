package nl.klimrek.standalone.mailbox;

import com.icegreen.greenmail.imap.ImapServer;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;

/**
 * An IMAP server on loopback with the mailbox {@value #ADDRESS}, to which calendar programs reply. It keeps messages in memory.
 * At a start it reads them from the mail folder again; their reader remembers which ones it has read.
 */
final class ReplyServer implements AutoCloseable {

    static final String ADDRESS = "klimrek@demo.example";

    private static final String USER = "klimrek";
    private static final Session NO_SERVER = Session.getInstance(new Properties());

    private final GreenMail server;
    private final GreenMailUser user;

    /** @param password password of the mailbox */
    ReplyServer(String password) {
        server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
        server.start();
        user = server.setUser(ADDRESS, USER, password);
    }

    /** Puts the replies of a folder in again, the oldest first. */
    void load(MailFolder folder) throws IOException {
        List<MailId> ids = folder.newest(Optional.empty(), Integer.MAX_VALUE);
        for (int i = ids.size() - 1; i >= 0; i--) {
            Optional<byte[]> message = folder.read(ids.get(i));
            if (message.isPresent() && isReply(message.get())) {
                deliver(message.get());
            }
        }
    }

    /** Whether a mail to these addresses is for the mailbox. */
    static boolean isFor(Collection<String> recipients) {
        return recipients.stream().map(each -> each.toLowerCase(Locale.ROOT)).anyMatch(each -> {
            int plus = each.indexOf('+');
            int at = each.lastIndexOf('@');
            return (plus < 0 || plus > at ? each : each.substring(0, plus) + each.substring(at)).equals(ADDRESS);
        });
    }

    private static boolean isReply(byte[] message) {
        String start = new String(message, 0, Math.min(message.length, 1000), StandardCharsets.UTF_8);
        return isFor(start.lines()
                .takeWhile(line -> line.startsWith("Delivered-To: "))
                .map(line -> line.substring("Delivered-To: ".length()))
                .toList());
    }

    void deliver(byte[] message) throws IOException {
        try {
            user.deliver(new MimeMessage(NO_SERVER, new ByteArrayInputStream(message)));
        } catch (MessagingException e) {
            throw new IOException("The message cannot be put into the mailbox", e);
        }
    }

    int port() {
        ImapServer imap = server.getImap();
        return imap.getPort();
    }

    @Override
    public void close() {
        server.stop();
    }
}
