package nl.klimrek.standalone.mailbox;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** Parses a stored message. A part that cannot be parsed is shown raw or left empty. */
final class MailParser {

    private static final DateTimeFormatter ARRIVAL = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'");
    private static final int MAX_DEPTH = 10;
    private static final Session NO_SERVER = Session.getInstance(new Properties());

    MailMessage read(MailId id, byte[] bytes) {
        String arrival = LocalDateTime.parse(id.value().substring(0, id.value().indexOf('-')), ARRIVAL)
                .toInstant(ZoneOffset.UTC)
                .toString();
        try {
            MimeMessage message = new MimeMessage(NO_SERVER, new ByteArrayInputStream(bytes));
            Contents contents = contents(message, bytes);
            return new MailMessage(
                    id.value(),
                    arrival,
                    header(message, "From"),
                    all(message, "Delivered-To"),
                    header(message, "Subject"),
                    header(message, "Message-ID"),
                    contents.text(),
                    contents.html.toString(),
                    contents.calendar.toString(),
                    contents.attachments);
        } catch (MessagingException e) {
            return new MailMessage(id.value(), arrival, "", List.of(), "", "", raw(bytes), "", "", List.of());
        }
    }

    private static Contents contents(MimeMessage message, byte[] bytes) {
        Contents contents = new Contents();
        try {
            contents.gather(message, 0);
            return contents;
        } catch (MessagingException | IOException e) {
            Contents whole = new Contents();
            whole.plain.append(raw(bytes));
            return whole;
        }
    }

    private static String raw(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static List<String> all(Part part, String name) throws MessagingException {
        String[] values = part.getHeader(name);
        return values == null ? List.of() : List.of(values);
    }

    private static String header(Part part, String name) throws MessagingException {
        List<String> values = all(part, name);
        if (values.isEmpty()) {
            return "";
        }
        String unfolded = MimeUtility.unfold(values.get(0));
        try {
            return MimeUtility.decodeText(unfolded);
        } catch (UnsupportedEncodingException unknownCharset) {
            return unfolded;
        }
    }

    /** Text and attachments, collected part by part. */
    private static final class Contents {
        private final StringBuilder plain = new StringBuilder();
        private final StringBuilder html = new StringBuilder();
        private final StringBuilder calendar = new StringBuilder();
        private final List<String> attachments = new ArrayList<>();

        void gather(Part part, int depth) throws MessagingException, IOException {
            if (depth > MAX_DEPTH) {
                return;
            }
            if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
                for (int i = 0; i < parts.getCount(); i++) {
                    BodyPart inner = parts.getBodyPart(i);
                    gather(inner, depth + 1);
                }
            } else if (part.getFileName() != null || Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
                attachments.add(part.getFileName() == null ? part.getContentType() : part.getFileName());
            } else if (part.isMimeType("text/plain")) {
                plain.append(part.getContent());
            } else if (part.isMimeType("text/html")) {
                html.append(part.getContent());
            } else if (part.isMimeType("text/calendar")) {
                try (InputStream in = part.getInputStream()) {
                    calendar.append(new String(in.readAllBytes(), StandardCharsets.UTF_8));
                }
                attachments.add(part.getContentType());
            } else {
                attachments.add(part.getContentType());
            }
        }

        String text() {
            return plain.length() > 0 || html.length() == 0
                    ? plain.toString()
                    : html.toString()
                            .replaceAll("(?is)<(style|script|head).*?</\\1>", "")
                            .replaceAll("<[^>]*>", " ");
        }
    }
}
