package nl.klimrek.conversations.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import nl.klimrek.eventing.RefusedException;
import nl.klimrek.planner.task.BusyInterval;
import org.junit.jupiter.api.Test;

/** Files as programs write them, of which only the times count. */
class BusyFileTest {

    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
    private static final Instant NOW = Instant.parse("2026-12-01T08:00:00Z");

    @Test
    void an_appointment_is_busy_from_its_start_to_its_end_in_whatever_zone_it_is_written() {
        assertThat(read(event("DTSTART:20261202T090000Z\nDTEND:20261202T100000Z")))
                .containsExactly(busy("2026-12-02T09:00:00Z", 60));
        assertThat(read(event("DTSTART;TZID=Europe/Amsterdam:20261202T090000\nDURATION:PT1H30M")))
                .containsExactly(busy("2026-12-02T08:00:00Z", 90));
        assertThat(
                        read(
                                event(
                                        "DTSTART;TZID=\"/mozilla.org/20050126_1/Europe/Lisbon\":20261202T090000\nDTEND;TZID=Europe/Lisbon:20261202T100000")))
                .containsExactly(busy("2026-12-02T09:00:00Z", 60));
        assertThat(read(event("DTSTART;TZID=W. Europe Standard Time:20261202T090000\nDURATION:PT1H")))
                .containsExactly(busy("2026-12-02T08:00:00Z", 60));
        assertThat(read(event("DTSTART:20261202T090000\nDTEND:20261202T100000")))
                .containsExactly(busy("2026-12-02T08:00:00Z", 60));
    }

    @Test
    void a_whole_day_lasts_as_long_as_it_does_on_the_persons_clock() {
        assertThat(read(event("DTSTART;VALUE=DATE:20261202"))).containsExactly(busy("2026-12-01T23:00:00Z", 24 * 60));
        assertThat(read(event("DTSTART;VALUE=DATE:20270328\nDTEND;VALUE=DATE:20270329")))
                .containsExactly(busy("2027-03-27T23:00:00Z", 23 * 60));
    }

    @Test
    void what_comes_back_does_so_on_the_same_hour_of_its_own_clock_through_daylight_saving() {
        List<BusyInterval> weekly = read(
                event("DTSTART;TZID=Europe/Amsterdam:20270315T090000\nDTEND;TZID=Europe/Amsterdam:20270315T100000\n"
                        + "RRULE:FREQ=WEEKLY;BYDAY=MO,FR;UNTIL=20270402T235959Z"));
        assertThat(weekly)
                .extracting(busy -> busy.from().toString())
                .containsExactly(
                        "2027-03-15T08:00:00Z",
                        "2027-03-19T08:00:00Z",
                        "2027-03-22T08:00:00Z",
                        "2027-03-26T08:00:00Z",
                        "2027-03-29T07:00:00Z",
                        "2027-04-02T07:00:00Z");
    }

    @Test
    void of_a_series_that_began_long_ago_the_coming_year_counts_also_the_turn_that_has_begun() {
        assertThat(read(event(
                        "DTSTART;TZID=Europe/Amsterdam:20200106T090000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;BYDAY=MO,FR")))
                .hasSize(104)
                .first()
                .isEqualTo(busy("2026-12-04T08:00:00Z", 60));
        assertThat(read(event("DTSTART;VALUE=DATE:20200115\nRRULE:FREQ=YEARLY;BYMONTH=1,12;BYMONTHDAY=15")))
                .extracting(BusyInterval::from)
                .containsExactly(Instant.parse("2026-12-14T23:00:00Z"), Instant.parse("2027-01-14T23:00:00Z"));
        assertThat(read(event("DTSTART:20261101T090000Z\nDURATION:PT1H\nRRULE:FREQ=DAILY;COUNT=32")))
                .extracting(BusyInterval::from)
                .containsExactly(Instant.parse("2026-12-01T09:00:00Z"), Instant.parse("2026-12-02T09:00:00Z"));
    }

    @Test
    void a_time_of_a_series_that_was_left_out_or_moved_is_free() {
        String series = event(
                "UID:one\nDTSTART:20261202T090000Z\nDTEND:20261202T100000Z\nRRULE:FREQ=DAILY;COUNT=4\nEXDATE:20261203T090000Z");
        String moved =
                event("UID:one\nRECURRENCE-ID:20261204T090000Z\nDTSTART:20261204T140000Z\nDTEND:20261204T150000Z");
        String off = event(
                "UID:one\nRECURRENCE-ID:20261205T090000Z\nDTSTART:20261205T090000Z\nDTEND:20261205T100000Z\nSTATUS:CANCELLED");
        assertThat(read(series + moved + off))
                .containsExactly(busy("2026-12-02T09:00:00Z", 60), busy("2026-12-04T14:00:00Z", 60));
    }

    @Test
    void what_is_cancelled_shown_as_free_over_or_further_than_a_year_away_keeps_nobody() {
        assertThat(read(event("DTSTART:20261202T090000Z\nDTEND:20261202T100000Z\nSTATUS:CANCELLED")
                        + event("DTSTART:20261202T090000Z\nDTEND:20261202T100000Z\nTRANSP:TRANSPARENT")
                        + event("DTSTART:20261101T090000Z\nDTEND:20261101T100000Z")
                        + event("DTSTART:20290101T090000Z\nDTEND:20290101T100000Z")))
                .isEmpty();
    }

    @Test
    void free_and_busy_times_are_read_and_what_touches_is_one() {
        assertThat(
                        read(
                                "BEGIN:VFREEBUSY\nFREEBUSY:20261202T090000Z/PT1H,20261202T100000Z/20261202T113000Z\n"
                                        + "FREEBUSY;FBTYPE=FREE:20261203T090000Z/PT8H\nFREEBUSY;FBTYPE=BUSY-TENTATIVE:20261204T090000Z/PT1H\nEND:VFREEBUSY\n"))
                .containsExactly(busy("2026-12-02T09:00:00Z", 150), busy("2026-12-04T09:00:00Z", 60));
    }

    @Test
    void folded_lines_alarms_zones_and_words_of_any_kind_are_read_past() {
        assertThat(read(
                        "BEGIN:VTIMEZONE\nTZID:Europe/Amsterdam\nBEGIN:STANDARD\nDTSTART:19701025T030000\nTZOFFSETFROM:+0200\nTZOFFSETTO:+0100\n"
                                + "END:STANDARD\nEND:VTIMEZONE\nBEGIN:VEVENT\nSUMMARY:A \"quoted\" title: with = signs\\, and ✂ more that\n  is folded\n"
                                + "ATTENDEE;CN=\"De Vries; Jan\":mailto:jan@example.org\nDTSTART:202612\n 02T090000Z\nDTEND:20261202T100000Z\n"
                                + "BEGIN:VALARM\nTRIGGER:-PT15M\nDTSTART:20270101T000000Z\nEND:VALARM\nEND:VEVENT\n"))
                .containsExactly(busy("2026-12-02T09:00:00Z", 60));
    }

    @Test
    void what_is_no_calendar_is_refused_and_costs_little() {
        for (String bad : List.of(
                "",
                "hello",
                "BEGIN:VCALENDAR",
                "BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VCALENDAR\n",
                "{}",
                file(event("SUMMARY:no start")),
                file(event("DTSTART:tomorrow")),
                file(event("DTSTART:20261302T090000Z")),
                file(event("DTSTART:20261202T090000Z\nDURATION:long")),
                file(event("DTSTART:20261202T090000Z\nDURATION:PT1H\nRRULE:FREQ=OFTEN")),
                file("BEGIN:VFREEBUSY\nFREEBUSY:20261202T090000Z\nEND:VFREEBUSY\n"),
                "BEGIN:VCALENDAR\n" + "BEGIN:VEVENT\n".repeat(50_000))) {
            assertThatThrownBy(() -> BusyFile.read(bad.getBytes(StandardCharsets.UTF_8), AMSTERDAM, NOW))
                    .as(bad.substring(0, Math.min(60, bad.length())))
                    .isInstanceOf(RefusedException.class)
                    .hasMessageContaining("busy-file-unreadable");
        }
        assertThatThrownBy(() -> BusyFile.read(new byte[] {(byte) 0xC3, 0x28}, AMSTERDAM, NOW))
                .hasMessageContaining("busy-file-unreadable");
        for (String much :
                List.of("RRULE:FREQ=SECONDLY", "RRULE:FREQ=DAILY;BYHOUR=1,2,3", "RRULE:INTERVAL=1;FREQ=MINUTELY")) {
            assertThatThrownBy(() -> read(event("DTSTART:20261202T090000Z\nDURATION:PT1M\n" + much)))
                    .hasMessageContaining("busy-file-too-large");
        }
        assertThatThrownBy(() -> read(event("DTSTART:00010101T090000Z\nDURATION:PT1M\nRRULE:FREQ=DAILY")))
                .hasMessageContaining("busy-file-too-large");
        assertThatThrownBy(() -> read(event("DTSTART:20261202T090000Z\nDURATION:PT1M\nRRULE:FREQ=YEARLY")
                        .repeat(501)))
                .hasMessageContaining("busy-file-too-large");
    }

    @Test
    void a_file_that_is_broken_anywhere_is_read_or_refused_and_nothing_else() {
        byte[] good = file(event(
                        "UID:one\nDTSTART;TZID=Europe/Amsterdam:20261202T090000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=9\nEXDATE:20261209T080000Z"))
                .getBytes(StandardCharsets.UTF_8);
        Random random = new Random(20261201);
        for (int i = 0; i < 3000; i++) {
            byte[] broken = good.clone();
            for (int hits = random.nextInt(4); hits >= 0; hits--) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt(128);
            }
            try {
                assertThat(BusyFile.read(broken, AMSTERDAM, NOW)).hasSizeLessThanOrEqualTo(BusyTimes.MAX_TIMES);
            } catch (RefusedException refused) {
                assertThat(refused.refusal().code()).startsWith("busy-file-");
            }
        }
    }

    private static List<BusyInterval> read(String components) {
        return BusyFile.read(file(components).getBytes(StandardCharsets.UTF_8), AMSTERDAM, NOW);
    }

    private static String file(String components) {
        return ("BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Some program//EN\n" + components + "END:VCALENDAR\n")
                .replace("\n", "\r\n");
    }

    private static String event(String lines) {
        return "BEGIN:VEVENT\n" + lines + "\nEND:VEVENT\n";
    }

    private static BusyInterval busy(String start, int minutes) {
        Instant from = Instant.parse(start);
        return new BusyInterval(from, from.plus(Duration.ofMinutes(minutes)));
    }
}
