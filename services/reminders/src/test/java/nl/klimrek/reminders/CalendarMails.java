package nl.klimrek.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import nl.klimrek.reminders.invitation.InvitationJob;

/** The calendar mail to the people of one organisation, as a calendar program reads it. */
record CalendarMails(Reminders service, OrganisationFixture office) {

    /** Runs a whole round of the job after everything published was read. */
    void send() {
        service.run(InvitationJob.class);
    }

    List<MimeMessage> to(String person) {
        return service.calendarMailTo(office.address(person));
    }

    List<MimeMessage> await(String person, int number) {
        org.awaitility.Awaitility.await().atMost(Reminders.TIMEOUT).untilAsserted(() -> {
            send();
            assertThat(to(person)).hasSize(number);
        });
        return to(person);
    }

    /** Method, SEQUENCE and STATUS. */
    static String summary(MimeMessage mail) {
        return calendar(mail).getMethod().getValue() + " " + value(event(mail), "SEQUENCE") + " "
                + value(event(mail), "STATUS");
    }

    static VEvent event(MimeMessage mail) {
        return calendar(mail).<VEvent>getComponents("VEVENT").get(0);
    }

    static Calendar calendar(MimeMessage mail) {
        try {
            MimeMultipart parts = (MimeMultipart) mail.getContent();
            Object content = parts.getBodyPart(parts.getCount() - 1).getContent();
            String text = content instanceof java.io.InputStream stream
                    ? new String(stream.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                    : content.toString();
            return new CalendarBuilder().build(new StringReader(text));
        } catch (MessagingException | IOException | ParserException e) {
            throw new IllegalStateException("The calendar part cannot be read", e);
        }
    }

    static String value(VEvent event, String name) {
        return event.getProperty(name).orElseThrow().getValue();
    }

    /** The plain text of a mail. */
    static String text(MimeMessage mail) {
        try {
            return ((MimeMultipart) mail.getContent())
                    .getBodyPart(0)
                    .getContent()
                    .toString();
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static String id(MimeMessage mail) {
        try {
            return mail.getMessageID();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What each attendee answered, by address. */
    static Map<String, String> answers(VEvent event) {
        Map<String, String> answers = new TreeMap<>();
        event.getProperties("ATTENDEE")
                .forEach(attendee -> answers.put(
                        attendee.getValue(),
                        attendee.getParameter("PARTSTAT").orElseThrow().getValue()));
        return answers;
    }
}
