package nl.klimrek.reminders.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Received messages, as programs write them and as an attacker would. */
class IncomingMailReaderTest {

    private static final String CALENDAR = "BEGIN:VCALENDAR\nEND:VCALENDAR\n";

    @Test
    void a_calendar_part_is_found_at_any_depth_encoded_or_attached() {
        IncomingMail mail = read("""
                From: "Anna, A" <Anna@Example.org>
                To: klimrek+acme.abc@example.org, Other <other@example.org>
                Delivered-To: klimrek+acme.def@example.org
                Message-ID: <1@example.org>
                In-Reply-To: <invitation@klimrek>
                References: <older@klimrek> <invitation@klimrek>
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary=a

                --a
                Content-Type: multipart/alternative; boundary=b

                --b
                Content-Type: text/plain

                words
                --b
                Content-Type: text/calendar; charset=utf-8; method=REPLY
                Content-Transfer-Encoding: base64

                QkVHSU46VkNBTEVOREFSCkVORDpWQ0FMRU5EQVIK
                --b--
                --a
                Content-Type: application/octet-stream; name=reply.ICS

                BEGIN:VCALENDAR
                --a--
                """);
        assertThat(mail.from()).isEqualTo("anna@example.org");
        assertThat(mail.to())
                .containsExactly("klimrek+acme.def@example.org", "klimrek+acme.abc@example.org", "other@example.org");
        assertThat(mail.answers()).startsWith("<invitation@klimrek>").contains("<older@klimrek>");
        assertThat(mail.calendars().get(0)).isEqualTo(CALENDAR);
        assertThat(mail.calendars()).hasSize(2);
        assertThat(mail.automatic()).isFalse();
        assertThat(mail.toString()).doesNotContain("VCALENDAR", "anna");
    }

    @Test
    void several_senders_are_nobody() {
        assertThat(read("From: a@example.org, b@example.org\n\n").from()).isEmpty();
        assertThat(read("From: a@example.org\nFrom: b@example.org\n\n").from()).isEmpty();
        assertThat(read("Sender: a@example.org\n\n").from()).isEmpty();
    }

    @Test
    void a_message_has_the_same_id_each_time_and_another_sender_another_one() {
        String message = "From: a@example.org\nMessage-ID: <1@example.org>\n\nx";
        assertThat(read(message).id()).isEqualTo(read(message).id());
        assertThat(read(message).id())
                .isNotEqualTo(read(message.replace("a@", "b@")).id());
        assertThat(read("From: a@example.org\n\nx").id())
                .isNotEqualTo(read("From: a@example.org\n\ny").id());
    }

    @Test
    void a_sender_needs_the_word_of_the_receiving_server_where_one_is_named() {
        String from = "From: anna@example.org\n\n";
        String pass = "Authentication-Results: mx.klimrek.example;\n spf=pass smtp.mailfrom=example.org;\n"
                + " dmarc=pass (p=reject) header.from=example.org\n";
        String fail = "Authentication-Results: mx.klimrek.example; dkim=none; dmarc=fail header.from=example.org\n";
        String others = "Authentication-Results: mx.elsewhere.example; dmarc=pass header.from=example.org\n";
        assertThat(read(pass + from, "mx.klimrek.example").from()).isEqualTo("anna@example.org");
        assertThat(read(from, "mx.klimrek.example").from()).isEmpty();
        assertThat(read(fail + from, "mx.klimrek.example").from()).isEmpty();
        assertThat(read(others + from, "mx.klimrek.example").from()).isEmpty();
        assertThat(read(fail + pass + from, "mx.klimrek.example").from())
                .as("the newest result counts, a message can bring older ones along")
                .isEmpty();
        assertThat(read(from, "").from()).isEqualTo("anna@example.org");
    }

    @Test
    void a_delivery_report_names_the_address_the_mail_and_whether_it_failed_for_good() {
        assertThat(report("failed", "5.1.1").failure())
                .isEqualTo(new IncomingMail.DeliveryFailure(
                        "gone@example.org", true, "<acme.c-1.calendar.EMPLOYEE.1@klimrek>"));
        assertThat(report("failed", "5.2.2").failure().permanent()).isFalse();
        assertThat(report("failed", "5.7.1").failure().permanent()).isFalse();
        assertThat(report("failed", "4.4.7").failure().permanent()).isFalse();
        assertThat(report("delayed", "4.4.1").failure()).isNull();
        assertThat(report("delivered", "2.0.0").failure()).isNull();
        assertThat(report("failed", "5.1.1").calendars()).isEmpty();
    }

    @Test
    void machines_are_told_apart_from_people() {
        assertThat(read("Auto-Submitted: auto-replied\n\n").automatic()).isTrue();
        assertThat(read("Auto-Submitted: no\n\n").automatic()).isFalse();
        assertThat(read("Return-Path: <>\n\n").automatic()).isTrue();
        assertThat(read("Precedence: bulk\n\n").automatic()).isTrue();
    }

    @Test
    void a_message_that_is_nested_cut_off_or_badly_encoded_is_read_as_far_as_it_goes() {
        StringBuilder nested = new StringBuilder("Content-Type: multipart/mixed; boundary=b0\n\n");
        for (int i = 0; i < 200; i++) {
            nested.append("--b")
                    .append(i)
                    .append("\nContent-Type: multipart/mixed; boundary=b")
                    .append(i + 1)
                    .append("\n\n");
        }
        assertThat(read(nested.toString()).calendars()).isEmpty();
        assertThat(read("Content-Type: multipart/mixed; boundary=a\n\n"
                                + "--a\nContent-Type: text/calendar\n\nx\n".repeat(500))
                        .calendars())
                .hasSize(5);
        assertThat(read("Content-Type: text/calendar\nContent-Transfer-Encoding: base64\n\n***")
                        .calendars())
                .hasSizeLessThanOrEqualTo(1);
        assertThat(read("Content-Type: text/calendar; charset=x-nobody-knows\n\nx")
                        .calendars())
                .containsExactly("x\n".strip());
        assertThat(read("Content-Type: text/calendar\n\n" + "x".repeat(600_000))
                        .calendars()
                        .get(0))
                .hasSize(IncomingMailReader.MAX_CALENDAR);
    }

    @Test
    void no_bytes_stop_the_reader() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        byte[] whole = ("From: a@example.org\r\nContent-Type: multipart/report; boundary=a\r\n\r\n--a\r\n"
                        + "Content-Type: text/calendar\r\n\r\n" + CALENDAR + "--a--\r\n")
                .getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 3_000; i++) {
            byte[] damaged = whole.clone();
            for (int change = 0; change < 6; change++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            assertThat(IncomingMailReader.read(damaged, "").id())
                    .as("seed " + seed)
                    .isNotEmpty();
        }
    }

    private static IncomingMail report(String action, String status) {
        return read("""
                Return-Path: <>
                To: klimrek+acme.abc@example.org
                Content-Type: multipart/report; report-type=delivery-status; boundary=a

                --a
                Content-Type: text/plain

                Sorry.
                --a
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.example.org

                Final-Recipient: rfc822; Gone@example.org
                Action: %s
                Status: %s

                --a
                Content-Type: text/rfc822-headers

                Subject: Uitnodiging
                Message-ID: <acme.c-1.calendar.EMPLOYEE.1@klimrek>

                --a--
                """.formatted(action, status));
    }

    private static IncomingMail read(String message) {
        return read(message, "");
    }

    private static IncomingMail read(String message, String authservId) {
        return IncomingMailReader.read(message.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8), authservId);
    }
}
