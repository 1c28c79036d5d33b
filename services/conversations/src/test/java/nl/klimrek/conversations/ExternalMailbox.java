package nl.klimrek.conversations;

import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.klimrek.testkit.service.ServiceUnderTest;
import nl.klimrek.testkit.service.TestPort;

/** The mail server of the service under test, and what it received. */
final class ExternalMailbox {

    private static final Pattern LINK = Pattern.compile("/guest/link/([A-Za-z0-9_-]+)");
    private static final GreenMail SERVER = start();

    private ExternalMailbox() {}

    private static GreenMail start() {
        GreenMail server = new GreenMail(new ServerSetup(TestPort.free(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        return server;
    }

    static int port() {
        return SERVER.getSmtp().getPort();
    }

    /** Messages to an address, in the order in which they came. */
    static List<MimeMessage> of(String address) {
        return Arrays.stream(SERVER.getReceivedMessages())
                .filter(message -> isTo(message, address))
                .toList();
    }

    /** Waits for a number of messages to an address; the secret in the link of the last one. */
    static String link(String address, int number) {
        await().atMost(ServiceUnderTest.TIMEOUT).until(() -> of(address).size() >= number);
        Matcher link = LINK.matcher(text(of(address).get(number - 1)));
        if (!link.find()) {
            throw new AssertionError("No link in message " + number);
        }
        return link.group(1);
    }

    /** The plain text of a message. */
    static String text(MimeMessage message) {
        try {
            MimeMultipart parts = (MimeMultipart) message.getContent();
            return String.valueOf(parts.getBodyPart(0).getContent());
        } catch (MessagingException | IOException unreadable) {
            throw new AssertionError(GreenMailUtil.getBody(message), unreadable);
        }
    }

    private static boolean isTo(MimeMessage message, String address) {
        try {
            return message.getRecipients(RecipientType.TO)[0].toString().equals(address);
        } catch (MessagingException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
