package nl.klimrek.reminders;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import net.fortuna.ical4j.model.component.VEvent;

/**
 * A reply to an invitation, as a calendar program writes it. Each method returns a copy.
 *
 * @param answers Message-ID of the invitation
 */
record CalendarReplyFixture(
        String id,
        String from,
        String to,
        String answers,
        String method,
        String uid,
        String sequence,
        Instant stamp,
        String organizer,
        String attendee,
        String answer,
        String more) {

    static final String WORDS = "zwembad-woensdag";

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    /** The reply of the person to whom the invitation was mailed. */
    static CalendarReplyFixture to(MimeMessage invitation, String answer, Instant at) {
        try {
            VEvent event = CalendarMails.event(invitation);
            String organizer = CalendarMails.value(event, "ORGANIZER").substring("mailto:".length());
            String person = invitation.getAllRecipients()[0].toString();
            return new CalendarReplyFixture(
                    UUID.randomUUID() + "@mail.example",
                    person,
                    organizer,
                    invitation.getMessageID(),
                    "REPLY",
                    CalendarMails.value(event, "UID"),
                    CalendarMails.value(event, "SEQUENCE"),
                    at,
                    organizer,
                    person,
                    answer,
                    "");
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    static String utc(Instant moment) {
        return UTC.format(moment);
    }

    CalendarReplyFixture from(String other) {
        return new CalendarReplyFixture(
                id, other, to, answers, method, uid, sequence, stamp, organizer, attendee, answer, more);
    }

    CalendarReplyFixture attendee(String other) {
        return new CalendarReplyFixture(
                id, from, to, answers, method, uid, sequence, stamp, organizer, other, answer, more);
    }

    CalendarReplyFixture sentTo(String other) {
        return new CalendarReplyFixture(
                id, from, other, answers, method, uid, sequence, stamp, other, attendee, answer, more);
    }

    CalendarReplyFixture about(String otherUid) {
        return new CalendarReplyFixture(
                id,
                from,
                to,
                "<other@mail.example>",
                method,
                otherUid,
                sequence,
                stamp,
                organizer,
                attendee,
                answer,
                more);
    }

    CalendarReplyFixture method(String other) {
        return new CalendarReplyFixture(
                id, from, to, answers, other, uid, sequence, stamp, organizer, attendee, answer, more);
    }

    CalendarReplyFixture at(Instant other) {
        return new CalendarReplyFixture(
                id, from, to, answers, method, uid, sequence, other, organizer, attendee, answer, more);
    }

    CalendarReplyFixture again() {
        return new CalendarReplyFixture(
                UUID.randomUUID() + "@mail.example",
                from,
                to,
                answers,
                method,
                uid,
                sequence,
                stamp,
                organizer,
                attendee,
                answer,
                more);
    }

    /** With further lines in the event. */
    CalendarReplyFixture with(String line) {
        return new CalendarReplyFixture(
                id, from, to, answers, method, uid, sequence, stamp, organizer, attendee, answer, more + line + "\n");
    }

    /** A proposal of another time. */
    CalendarReplyFixture proposing(Instant start, Instant end) {
        return method("COUNTER").with("DTSTART:" + utc(start)).with("DTEND:" + utc(end));
    }

    String calendar() {
        return ("BEGIN:VCALENDAR\nPRODID:-//Example//Calendar//EN\nVERSION:2.0\nMETHOD:%s\nBEGIN:VEVENT\nUID:%s\n"
                        + "SEQUENCE:%s\nDTSTAMP:%s\nORGANIZER:mailto:%s\nATTENDEE;PARTSTAT=%s:mailto:%s\n"
                        + "SUMMARY:Re: %s\n%sEND:VEVENT\nEND:VCALENDAR\n")
                .formatted(method, uid, sequence, utc(stamp), organizer, answer, attendee, WORDS, more);
    }

    /** The message: what a person typed, and the calendar part. */
    String message() {
        return headers() + """
                Content-Type: multipart/alternative; boundary="b1"

                --b1
                Content-Type: text/plain; charset=utf-8

                %s
                --b1
                Content-Type: text/calendar; charset=utf-8; method=%s

                %s
                --b1--
                """.formatted(WORDS, method, calendar());
    }

    /** The message without a calendar part. */
    String plainMessage() {
        return headers() + "Content-Type: text/plain; charset=utf-8\n\n" + WORDS + "\n";
    }

    private String headers() {
        return """
                From: Somebody <%s>
                To: <%s>
                Subject: Re: %s
                Message-ID: <%s>
                In-Reply-To: %s
                MIME-Version: 1.0
                """.formatted(from, to, WORDS, id, answers);
    }
}
