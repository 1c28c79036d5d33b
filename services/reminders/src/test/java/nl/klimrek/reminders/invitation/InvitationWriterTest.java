package nl.klimrek.reminders.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import nl.klimrek.contracts.conversations.Side;
import nl.klimrek.reminders.invitation.InvitationWriter.Guest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Calendar parts, read by ical4j and by Python's icalendar. */
class InvitationWriterTest {

    private static final Instant SLOT = Instant.parse("2027-03-28T00:30:00Z");
    private static final Path PYTHON = Path.of("/usr/bin/python3");
    private static final String READ = """
            import sys, icalendar
            calendar = icalendar.Calendar.from_ical(sys.stdin.buffer.read())
            event = calendar.walk('VEVENT')[0]
            print(calendar['METHOD'], event['UID'], event['SEQUENCE'], event['STATUS'])
            print(event['DTSTART'].dt.isoformat(), event['DTEND'].dt.isoformat())
            print(event['ORGANIZER'])
            for attendee in event['ATTENDEE']:
                print(attendee, attendee.params.get('PARTSTAT'), attendee.params.get('RSVP'), attendee.params.get('CN'))
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(MeetingStatus.class)
    void each_part_is_valid_and_says_who_and_when(MeetingStatus status) throws Exception {
        Calendar calendar = new CalendarBuilder().build(new StringReader(write(status, "Bram Jansen")));
        assertThat(calendar.validate().hasErrors()).isFalse();
        VEvent event = calendar.<VEvent>getComponents("VEVENT").get(0);
        assertThat(event.getUid().orElseThrow().getValue()).isEqualTo("c-1@conversations.klimrek");
        assertThat(value(event, "SEQUENCE")).isEqualTo("3");
        assertThat(value(event, "DTSTART")).isEqualTo("20270328T003000Z");
        assertThat(value(event, "CLASS")).isEqualTo("PRIVATE");
        assertThat(value(event, "STATUS")).isEqualTo(status.name());
        assertThat(calendar.getMethod().getValue()).isEqualTo(status == MeetingStatus.CANCELLED ? "CANCEL" : "REQUEST");
        assertThat(value(event, "ORGANIZER")).isEqualTo("mailto:klimrek+demo.token@example.org");
        assertThat(event.getProperties("ATTENDEE")).hasSize(2);
    }

    @Test
    void a_name_cannot_add_a_line_to_the_calendar() throws Exception {
        String name = "Bram\";X=\"y\r\nATTENDEE:mailto:other@example.org\r\nX-A:\u00e9, ; : \\n";
        String text = write(MeetingStatus.TENTATIVE, name);
        VEvent event = new CalendarBuilder()
                .build(new StringReader(text))
                .<VEvent>getComponents("VEVENT")
                .get(0);
        assertThat(event.getProperties("ATTENDEE")).hasSize(2);
        assertThat(text.lines()).noneMatch(line -> line.startsWith("ATTENDEE:mailto:other") || line.startsWith("X-A"));
    }

    @ParameterizedTest
    @EnumSource(MeetingStatus.class)
    void an_independent_program_reads_the_same(MeetingStatus status) throws Exception {
        List<String> read = python(write(status, "Bram Jans\u00e9n"));
        assertThat(read)
                .containsExactly(
                        (status == MeetingStatus.CANCELLED ? "CANCEL" : "REQUEST") + " c-1@conversations.klimrek 3 "
                                + status,
                        "2027-03-28T00:30:00+00:00 2027-03-28T01:30:00+00:00",
                        "mailto:klimrek+demo.token@example.org",
                        "mailto:anna@example.org ACCEPTED None None",
                        "mailto:bram@example.org "
                                + (status == MeetingStatus.CONFIRMED
                                        ? "ACCEPTED None"
                                        : status == MeetingStatus.TENTATIVE ? "NEEDS-ACTION TRUE" : "NEEDS-ACTION None")
                                + " Bram Jans\u00e9n");
    }

    private List<String> python(String calendar) throws IOException, InterruptedException {
        Path in = Files.writeString(folder.resolve("in.ics"), calendar);
        Path out = folder.resolve("out.txt");
        boolean there = Files.isExecutable(PYTHON) && run(in, out, "import icalendar") == 0;
        if (!there) {
            System.err.println("SKIPPED: Debian's python3-icalendar is not installed, so nothing but ical4j read the"
                    + " calendar parts");
        }
        assumeThat(there).isTrue();
        assertThat(run(in, out, READ)).as(() -> read(out)).isZero();
        return read(out).lines().toList();
    }

    private static int run(Path in, Path out, String script) throws IOException, InterruptedException {
        Process python = new ProcessBuilder(PYTHON.toString(), "-c", script)
                .redirectInput(in.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        if (!python.waitFor(1, TimeUnit.MINUTES)) {
            python.destroyForcibly();
        }
        return python.waitFor();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String value(VEvent event, String name) {
        return event.getProperty(name).orElseThrow().getValue();
    }

    private static String write(MeetingStatus status, String name) {
        Meeting meeting = MeetingTest.meeting(SLOT, status, Side.EMPLOYEE);
        return InvitationWriter.write(
                new Meeting(
                        meeting.conversation(),
                        meeting.employee(),
                        meeting.counterpart(),
                        status,
                        Side.EMPLOYEE,
                        meeting.start(),
                        meeting.end(),
                        3,
                        4,
                        meeting.changedAt(),
                        meeting.mailed(),
                        null),
                "klimrek+demo.token@example.org",
                List.of(
                        new Guest("anna@example.org", "", true),
                        new Guest("bram@example.org", name, status == MeetingStatus.CONFIRMED)),
                "Gesprek (Klimrek)",
                "Je vindt het hier: https://portal.test/conversations/c-1",
                URI.create("https://portal.test/conversations/c-1"));
    }
}
