package nl.klimrek.standalone.mailbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.TooMuchDataException;

/**
 * Takes one message over SMTP. It is acknowledged only after it is on disk; the addresses it was really sent to are
 * put on top of it as {@code Delivered-To}.
 */
final class MailInlet implements MessageHandler {

    static final int LARGEST = 2 * 1024 * 1024;
    private static final Logger LOG = LoggerFactory.getLogger(MailInlet.class);

    private final MailFolder folder;
    private final List<String> recipients = new ArrayList<>();

    MailInlet(MailFolder folder) {
        this.folder = folder;
    }

    @Override
    public void from(String sender) {
        recipients.clear();
    }

    @Override
    public void recipient(String recipient) throws RejectException {
        if (recipient.chars().anyMatch(Character::isISOControl)) {
            throw new RejectException(553, "Not an address");
        }
        recipients.add(recipient);
    }

    @Override
    public String data(InputStream data) throws RejectException, TooMuchDataException, IOException {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        for (String recipient : recipients) {
            message.writeBytes(("Delivered-To: " + recipient + "\r\n").getBytes(StandardCharsets.UTF_8));
        }
        byte[] body = data.readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            throw new TooMuchDataException("A message may have " + LARGEST + " bytes");
        }
        message.writeBytes(body);
        try {
            return "kept as " + folder.store(message.toByteArray()).value();
        } catch (IOException e) {
            LOG.error("A message could not be kept; its sender will try again", e);
            throw new RejectException(451, "The message could not be kept, please try again");
        }
    }

    @Override
    public void done() {
        recipients.clear();
    }
}
