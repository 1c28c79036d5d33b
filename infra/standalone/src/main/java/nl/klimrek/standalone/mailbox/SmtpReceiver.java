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
 * Receives one message over SMTP. It acknowledges the message after writing it to disk, with the envelope recipients
 * as {@code Delivered-To} headers.
 */
final class SmtpReceiver implements MessageHandler {

    static final int MAX_BYTES = 2 * 1024 * 1024;
    private static final Logger LOG = LoggerFactory.getLogger(SmtpReceiver.class);

    private final MailFolder folder;
    private final ReplyServer replies;
    private final List<String> recipients = new ArrayList<>();

    SmtpReceiver(MailFolder folder, ReplyServer replies) {
        this.folder = folder;
        this.replies = replies;
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
        byte[] body = data.readNBytes(MAX_BYTES + 1);
        if (body.length > MAX_BYTES) {
            throw new TooMuchDataException("A message may have " + MAX_BYTES + " bytes");
        }
        message.writeBytes(body);
        try {
            String id = folder.store(message.toByteArray()).value();
            if (ReplyServer.isFor(recipients)) {
                replies.deliver(message.toByteArray());
            }
            return "kept as " + id;
        } catch (IOException e) {
            LOG.error("A message could not be stored; the sender will retry", e);
            throw new RejectException(451, "The message could not be stored; please retry");
        }
    }

    @Override
    public void done() {
        recipients.clear();
    }
}
