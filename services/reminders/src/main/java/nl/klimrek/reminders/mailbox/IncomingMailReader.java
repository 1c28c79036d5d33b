package nl.klimrek.reminders.mailbox;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.ParseException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import nl.klimrek.reminders.mailbox.IncomingMail.DeliveryFailure;

/**
 * Reads messages of any program. What cannot be read is as if it were not there, so that no message stops the others.
 *
 * <p>Bounded: at most {@value #MAX_PARTS} parts, {@value #MAX_DEPTH} deep, and calendar parts of {@value #MAX_CALENDAR} bytes.
 */
public final class IncomingMailReader {

    static final int MAX_PARTS = 50;
    static final int MAX_DEPTH = 8;
    static final int MAX_CALENDAR = 256 * 1024;

    private static final int MAX_REPORT = 64 * 1024;
    private static final int MAX_CALENDARS = 5;
    private static final int HASH_CHARACTERS = 32;

    private static final Session NO_SERVER = Session.getInstance(new Properties());

    private final List<String> calendars = new ArrayList<>();
    private final DeliveryReport report = new DeliveryReport();
    private int parts;

    private IncomingMailReader() {}

    /**
     * Reads a message.
     *
     * @param authservId name of the server whose word about the sender counts; empty to believe the message
     */
    public static IncomingMail read(byte[] bytes, String authservId) {
        return new IncomingMailReader().mail(bytes, authservId);
    }

    private IncomingMail mail(byte[] bytes, String authservId) {
        try {
            MimeMessage message = new MimeMessage(NO_SERVER, new ByteArrayInputStream(bytes));
            gather(message, 0);
            DeliveryFailure failure = report.failure();
            String from = MailHeaders.from(message);
            return new IncomingMail(
                    id(MailHeaders.first(message, "Message-ID"), from, bytes),
                    MailHeaders.isConfirmed(message, authservId) ? from : "",
                    MailHeaders.recipients(message),
                    MailHeaders.answers(message),
                    MailHeaders.isAutomatic(message),
                    failure == null ? calendars : List.of(),
                    failure);
        } catch (MessagingException e) {
            return new IncomingMail(hash(bytes), "", List.of(), List.of(), true, List.of(), null);
        }
    }

    private static String id(String messageId, String from, byte[] bytes) {
        return hash(messageId.isEmpty() ? bytes : (from + "\n" + messageId).getBytes(StandardCharsets.UTF_8));
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes))
                    .substring(0, HASH_CHARACTERS);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    private void gather(Part part, int depth) throws MessagingException {
        if (depth > MAX_DEPTH || ++parts > MAX_PARTS || calendars.size() >= MAX_CALENDARS) {
            return;
        }
        try {
            if (part.isMimeType("multipart/*")) {
                if (part.getContent() instanceof Multipart inner) {
                    for (int i = 0; i < inner.getCount(); i++) {
                        gather(inner.getBodyPart(i), depth + 1);
                    }
                }
            } else if (part.isMimeType("text/calendar")
                    || part.isMimeType("application/ics")
                    || String.valueOf(part.getFileName())
                            .toLowerCase(Locale.ROOT)
                            .endsWith(".ics")) {
                calendars.add(text(part, MAX_CALENDAR));
            } else if (part.isMimeType("message/delivery-status")) {
                report.status(text(part, MAX_REPORT));
            } else if (part.isMimeType("message/rfc822") || part.isMimeType("text/rfc822-headers")) {
                report.original(text(part, MAX_REPORT));
            }
        } catch (IOException unreadable) {
            // A part that cannot be decoded says nothing; the other parts may.
            return;
        }
    }

    /** The beginning of a part. A calendar that is cut off cannot be read. */
    private static String text(Part part, int limit) throws MessagingException, IOException {
        try (InputStream in = part.getInputStream()) {
            return new String(in.readNBytes(limit), charset(part));
        }
    }

    private static Charset charset(Part part) throws MessagingException {
        try {
            String named = new ContentType(part.getContentType()).getParameter("charset");
            return named == null ? StandardCharsets.UTF_8 : Charset.forName(named);
        } catch (ParseException | IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return StandardCharsets.UTF_8;
        }
    }
}
