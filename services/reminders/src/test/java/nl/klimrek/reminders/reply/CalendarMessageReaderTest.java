package nl.klimrek.reminders.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Calendar parts as programs write them, and as an attacker would. */
class CalendarMessageReaderTest {

    private static final Instant START = Instant.parse("2027-07-14T12:30:00Z");

    @Test
    void a_part_that_is_folded_with_tabs_after_a_byte_order_mark_is_read() {
        CalendarMessage message = read("\uFEFF" + calendar("""
                UID:c-1@conversa
                \ttions.klimrek
                SEQUENCE:3
                DTSTAMP:20270104T090000Z
                ORGANIZER;CN="Klimrek: x; y":MAILTO:Klimrek+acme.abc@Example.org
                ATTENDEE;CN=Anna;partstat=accepted;X-NUM-GUESTS=0:
                 mailto:Anna@Example.org
                """));
        assertThat(message.method()).isEqualTo("REPLY");
        assertThat(message.uid()).isEqualTo("c-1@conversations.klimrek");
        assertThat(message.sequence()).isEqualTo(3);
        assertThat(message.stamp()).isEqualTo("2027-01-04T09:00:00Z");
        assertThat(message.attendee()).isEqualTo("anna@example.org");
        assertThat(message.answer()).isEqualTo("ACCEPTED");
        assertThat(message.recurring()).isFalse();
        assertThat(message.commented()).isFalse();
    }

    @Test
    void several_attendees_are_nobody_and_several_events_are_a_series() {
        String two =
                "ATTENDEE;PARTSTAT=ACCEPTED:mailto:a@example.org\nATTENDEE;PARTSTAT=ACCEPTED:mailto:b@example.org\n";
        assertThat(read(calendar(two)).attendee()).isEmpty();
        assertThat(read(calendar("UID:x\nEND:VEVENT\nBEGIN:VEVENT\nUID:y\n")).recurring())
                .isTrue();
        assertThat(read(calendar("UID:x\nEND:VEVENT\nBEGIN:VEVENT\nUID:y\n")).uid())
                .isEqualTo("x");
        assertThat(read(calendar("RRULE:FREQ=DAILY\n")).recurring()).isTrue();
    }

    @Test
    void a_property_of_another_component_is_not_one_of_the_event() {
        CalendarMessage message = read("""
                BEGIN:VCALENDAR
                METHOD:REPLY
                BEGIN:VEVENT
                UID:right
                BEGIN:VALARM
                UID:wrong
                DTSTART:20270714T123000Z
                END:VALARM
                END:VEVENT
                BEGIN:VTODO
                UID:wrong
                DTSTART:20270714T123000Z
                END:VTODO
                END:VCALENDAR
                """);
        assertThat(message.uid()).isEqualTo("right");
        assertThat(message.start()).isNull();
    }

    @Test
    void moments_in_utc_in_a_zone_and_in_a_zone_of_windows_are_read() {
        assertThat(start("DTSTART:20270714T123000Z")).isEqualTo(START);
        assertThat(start("DTSTART;TZID=Europe/Amsterdam:20270714T143000")).isEqualTo(START);
        assertThat(start("DTSTART;TZID=/mozilla.org/20050126_1/Europe/Amsterdam:20270714T143000"))
                .isEqualTo(START);
        assertThat(start("DTSTART;TZID=\"W. Europe Standard Time\":20270714T143000"))
                .isEqualTo(START);
        assertThat(start("DTSTART;TZID=Romance Standard Time:20270114T133000")).isEqualTo("2027-01-14T12:30:00Z");
    }

    @Test
    void a_time_that_could_mean_several_moments_is_none() {
        assertThat(start("DTSTART:20270714T143000")).isNull();
        assertThat(start("DTSTART;VALUE=DATE:20270714")).isNull();
        assertThat(start("DTSTART;TZID=My own zone:20270714T143000")).isNull();
        assertThat(start("DTSTART:20279999T999999Z")).isNull();
        assertThat(start("DTSTART;TZID=/:20270714T143000")).isNull();
    }

    @Test
    void every_zone_of_windows_is_one_of_the_tz_database() {
        assertThat(start("DTSTART;TZID=Tokyo Standard Time:20270714T213000")).isEqualTo(START);
    }

    @Test
    void an_end_is_written_as_such_or_as_a_length() {
        assertThat(read(calendar("DTSTART:20270714T123000Z\nDURATION:PT45M\n")).end())
                .isEqualTo(START.plusSeconds(2700));
        assertThat(read(calendar("DTSTART:20270714T123000Z\nDTEND:20270714T133000Z\n"))
                        .end())
                .isEqualTo(START.plusSeconds(3600));
        assertThat(read(calendar("DTSTART:20270714T123000Z\nDURATION:P1000000000000000D\n"))
                        .end())
                .isNull();
    }

    @Test
    void words_are_noted_and_not_kept() {
        CalendarMessage message = read(calendar("COMMENT:secret\nSUMMARY:secret\nDESCRIPTION:secret\n"));
        assertThat(message.commented()).isTrue();
        assertThat(message.toString()).doesNotContain("secret");
    }

    @Test
    void what_is_no_calendar_is_none() {
        for (String text : new String[] {
            "",
            "hello",
            "BEGIN:VCALENDAR",
            "BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VCALENDAR",
            "BEGIN:VCALENDAR\nMETHOD;:REPLY\nEND:VCALENDAR",
            "BEGIN:VCALENDAR\n" + "BEGIN:VEVENT\n".repeat(30_000)
        }) {
            assertThat(CalendarMessageReader.read(text))
                    .as(text.substring(0, Math.min(40, text.length())))
                    .isEmpty();
        }
    }

    @Test
    void a_sequence_that_is_no_number_is_none_of_ours() {
        assertThat(read(calendar("SEQUENCE:-5\n")).sequence()).isZero();
        assertThat(read(calendar("SEQUENCE:99999999999999\n")).sequence()).isZero();
        assertThat(read(calendar("SEQUENCE:2147483647\n")).sequence()).isEqualTo(1_000_000);
    }

    private static Instant start(String line) {
        return read(calendar(line + "\n")).start();
    }

    private static String calendar(String lines) {
        return "BEGIN:VCALENDAR\nVERSION:2.0\nMETHOD:REPLY\nBEGIN:VEVENT\n" + lines + "END:VEVENT\nEND:VCALENDAR";
    }

    private static CalendarMessage read(String text) {
        return CalendarMessageReader.read(text.replace("\n", "\r\n")).orElseThrow();
    }
}
