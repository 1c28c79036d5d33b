package nl.klimrek.reminders.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import nl.klimrek.reminders.mail.OutgoingMail.CalendarPart;
import nl.klimrek.reminders.mail.OutgoingMail.UnsubscribeHeader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The message as it goes out: its parts, its headers, and what cannot get into them. */
class MimeMailWriterTest {

    private static final UnsubscribeHeader LINK = new UnsubscribeHeader("https://portal.test/u/a.b", true);

    @Test
    void the_id_is_made_of_the_prompt_and_its_round_so_that_a_message_sent_again_has_the_same() throws Exception {
        String first = text(write("anna@example.org", "Subject", LINK, null));
        assertThat(first).contains("Message-ID: <demo.prepare.1.2@klimrek>");
        assertThat(text(write("anna@example.org", "Subject", LINK, null)))
                .contains("Message-ID: <demo.prepare.1.2@klimrek>");
    }

    @Test
    void text_and_html_are_alternatives_and_the_last_one_is_the_richest() throws Exception {
        MimeMessage mail = write("anna@example.org", "Een gesprek – morgen", LINK, null);
        assertThat(mail.getContentType()).startsWith("multipart/alternative");
        String text = text(mail);
        assertThat(text.indexOf("text/plain")).isPositive().isLessThan(text.indexOf("text/html"));
        assertThat(mail.getSubject()).isEqualTo("Een gesprek – morgen");
        assertThat(text).doesNotContain("–").contains("Auto-Submitted: auto-generated", "Content-Language: nl");
    }

    @Test
    void a_mail_program_can_turn_off_what_is_no_duty_with_one_click() throws Exception {
        assertThat(text(write("anna@example.org", "Subject", LINK, null)))
                .contains(
                        "List-Unsubscribe: <https://portal.test/u/a.b>",
                        "List-Unsubscribe-Post: List-Unsubscribe=One-Click");
        assertThat(text(write(
                        "anna@example.org",
                        "Subject",
                        new UnsubscribeHeader("https://portal.test/u/a.b", false),
                        null)))
                .contains("List-Unsubscribe: <https://portal.test/u/a.b>")
                .doesNotContain("One-Click");
    }

    @Test
    void an_invitation_has_its_calendar_part_last_with_its_method() throws Exception {
        MimeMessage mail = write(
                "anna@example.org",
                "Subject",
                LINK,
                new CalendarPart("REQUEST", "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", "klimrek+demo.token@example.org"));
        String text = text(mail);
        assertThat(text)
                .contains(
                        "Content-Type: text/calendar; charset=UTF-8; method=REQUEST",
                        "BEGIN:VCALENDAR",
                        "Reply-To: klimrek+demo.token@example.org");
        assertThat(text.indexOf("text/html")).isLessThan(text.indexOf("text/calendar"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no address at all",
                "a@example.org, b@example.org",
                "a@example.org\r\nBcc: b@example.org",
                "\"a\"@example.org",
                "Anna <a@example.org>",
                "a@example.org\n",
                "group: a@example.org;",
                "=?utf-8?q?a?=@example.org"
            })
    void a_text_that_is_more_or_less_than_one_plain_mailbox_gets_no_mail(String address) {
        assertThatThrownBy(() -> write(address, "Subject", LINK, null)).isInstanceOf(MessagingException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Subject\r\nBcc: b@example.org", "Subject\nX: y", "Subject\u0000"})
    void no_header_takes_a_second_line(String subject) {
        assertThatThrownBy(() -> write("anna@example.org", subject, LINK, null)).isInstanceOf(MessagingException.class);
        assertThatThrownBy(() ->
                        write("anna@example.org", "S", new UnsubscribeHeader("https://x\r\nBcc: b@c", true), null))
                .isInstanceOf(MessagingException.class);
    }

    private static MimeMessage write(String to, String subject, UnsubscribeHeader link, CalendarPart calendar)
            throws MessagingException {
        MimeMessage mail = MimeMailWriter.write(
                new OutgoingMail(to, "nl", subject, "Tekst – één", "<p>Tekst – één</p>", link, calendar, null),
                "klimrek@localhost",
                "demo/prepare:1.2");
        mail.saveChanges();
        return mail;
    }

    private static String text(MimeMessage mail) throws MessagingException, IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        mail.writeTo(bytes);
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }
}
