package nl.klimrek.standalone.demo.client;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Replies to an invitation by mail as the calendar program of the invited person does (RFC 5546, RFC 6047). */
public final class CalendarProgram {

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final DemoOptions options;
    private final Clock clock;

    public CalendarProgram(DemoOptions options, Clock clock) {
        this.options = options;
        this.clock = clock;
    }

    /**
     * Sends a reply.
     *
     * @param invitation the mail with the invitation
     * @param from address of the sender
     * @param answer PARTSTAT, such as {@code ACCEPTED}
     */
    public void reply(JsonNode invitation, String from, String answer) {
        String calendar = invitation.path("calendar").asText().replaceAll("\r?\n[ \t]", "");
        String organizer = value(calendar, "ORGANIZER").replaceFirst("(?i)^mailto:", "");
        String reply = String.join(
                "\r\n",
                "BEGIN:VCALENDAR",
                "PRODID:-//Example//Calendar//EN",
                "VERSION:2.0",
                "METHOD:REPLY",
                "BEGIN:VEVENT",
                "UID:" + value(calendar, "UID"),
                "SEQUENCE:" + value(calendar, "SEQUENCE"),
                "DTSTAMP:" + UTC.format(clock.instant()),
                "ORGANIZER:mailto:" + organizer,
                "ATTENDEE;PARTSTAT=" + answer + ":mailto:" + from,
                "END:VEVENT",
                "END:VCALENDAR",
                "");
        try {
            send(from, organizer, reply);
        } catch (MessagingException e) {
            throw new DemoFailure("The reply to the invitation cannot be sent: " + e.getMessage());
        }
    }

    private void send(String from, String to, String calendar) throws MessagingException {
        Properties settings = new Properties();
        settings.put("mail.smtp.host", "127.0.0.1");
        settings.put("mail.smtp.port", port());
        MimeMessage message = new MimeMessage(Session.getInstance(settings));
        message.setFrom(new InternetAddress(from));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
        message.setSubject("Re");
        MimeBodyPart part = new MimeBodyPart();
        part.setText(calendar, "UTF-8", "calendar");
        part.setHeader("Content-Type", "text/calendar; charset=UTF-8; method=REPLY");
        message.setContent(new MimeMultipart("alternative", part));
        Transport.send(message);
    }

    private String port() {
        try {
            return Files.readString(options.clientFiles.resolve("mail-port")).strip();
        } catch (IOException e) {
            throw new DemoFailure("The port of the mail server is not in " + options.clientFiles + ".");
        }
    }

    private static String value(String calendar, String property) {
        Matcher found = Pattern.compile("(?m)^" + property + "(?:;[^:\r\n]*)?:(.*?)\r?$")
                .matcher(calendar);
        if (!found.find()) {
            throw new DemoFailure("The invitation has no " + property + ".");
        }
        return found.group(1);
    }
}
