package nl.klimrek.reminders.timing;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecipientTest {

    private static final Set<DayOfWeek> WEEK = Set.of(MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY);
    private static final SendingHours OFFICE = hours("09:00", "17:00");
    private static final SendingHours ALWAYS = new SendingHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, false);

    @ParameterizedTest(name = "{0} gives {1}")
    @CsvSource({
        "2027-03-01T07:30:00Z, 2027-03-01T08:00:00Z", // before nine in winter
        "2027-03-01T08:00:00Z, 2027-03-01T08:00:00Z", // nine exactly
        "2027-03-01T15:59:59Z, 2027-03-01T15:59:59Z", // the last second
        "2027-03-01T16:00:00Z, 2027-03-02T08:00:00Z", // five o'clock is over
        "2027-03-05T16:00:00Z, 2027-03-08T08:00:00Z", // over the weekend
        "2027-03-27T12:00:00Z, 2027-03-29T07:00:00Z", // over the weekend in which the clock goes forward
        "2027-10-30T12:00:00Z, 2027-11-01T08:00:00Z", // over the weekend in which it goes back
        "2028-02-28T16:00:00Z, 2028-02-29T08:00:00Z", // a day that most years do not have
        "2027-12-31T22:59:59Z, 2028-01-03T08:00:00Z"
    })
    void the_next_moment_is_in_sending_hours_of_a_working_day_on_the_recipients_clock(Instant earliest, Instant next) {
        assertThat(somebody("Europe/Amsterdam", WEEK).nextMoment(earliest, OFFICE))
                .isEqualTo(next);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "Asia/Tokyo, 2027-03-01T01:00:00Z", // ten in the morning there
        "Asia/Kolkata, 2027-03-01T03:30:00Z",
        "America/Curacao, 2027-03-01T13:00:00Z",
        "Pacific/Auckland, 2027-03-01T01:00:00Z"
    })
    void nine_in_the_morning_is_in_the_recipients_zone(String zone, Instant next) {
        assertThat(somebody(zone, WEEK).nextMoment(Instant.parse("2027-03-01T01:00:00Z"), OFFICE))
                .isEqualTo(next);
    }

    @Test
    void only_working_days_are_used_and_all_days_if_none_are_known() {
        Instant tuesday = Instant.parse("2027-03-02T10:00:00Z");
        assertThat(somebody("Europe/Amsterdam", Set.of(MONDAY)).nextMoment(tuesday, OFFICE))
                .isEqualTo(Instant.parse("2027-03-08T08:00:00Z"));
        assertThat(somebody("Europe/Amsterdam", Set.of()).nextMoment(Instant.parse("2027-03-06T10:00:00Z"), OFFICE))
                .isEqualTo(Instant.parse("2027-03-06T10:00:00Z"));
    }

    @Test
    void around_the_clock_any_moment_is_allowed() {
        Instant sundayNight = Instant.parse("2027-03-28T00:59:59.5Z");
        assertThat(somebody("Europe/Amsterdam", Set.of(MONDAY)).nextMoment(sundayNight, ALWAYS))
                .isEqualTo(sundayNight);
    }

    @Test
    void hours_that_begin_in_a_skipped_hour_begin_after_it() {
        assertThat(somebody("Europe/Amsterdam", Set.of())
                        .nextMoment(Instant.parse("2027-03-28T00:30:00Z"), hours("02:30", "05:00")))
                .isEqualTo(Instant.parse("2027-03-28T01:30:00Z"));
    }

    @Test
    void hours_that_are_skipped_entirely_begin_the_next_day() {
        assertThat(somebody("Europe/Amsterdam", Set.of())
                        .nextMoment(Instant.parse("2027-03-28T00:30:00Z"), hours("02:00", "03:00")))
                .isEqualTo(Instant.parse("2027-03-29T00:00:00Z"));
    }

    @Test
    void the_second_of_a_repeated_hour_gives_no_moment_of_the_first() {
        Instant secondTime = Instant.parse("2027-10-31T01:10:00Z");
        assertThat(somebody("Europe/Amsterdam", Set.of()).nextMoment(secondTime, hours("02:30", "05:00")))
                .isEqualTo(Instant.parse("2027-10-31T01:30:00Z"));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {3, 31, 20270328})
    void the_next_moment_is_always_allowed_and_never_early(long seed) {
        Random random = new Random(seed);
        String[] zones = {
            "Europe/Amsterdam", "America/Havana", "Australia/Lord_Howe", "Asia/Kathmandu", "Pacific/Apia", "UTC"
        };
        for (int i = 0; i < 3_000; i++) {
            Recipient receiver = somebody(zones[random.nextInt(zones.length)], i % 3 == 0 ? Set.of(WEDNESDAY) : WEEK);
            LocalTime from = LocalTime.of(random.nextInt(22), random.nextInt(60));
            SendingHours hours = new SendingHours(from, from.plusMinutes(61), true);
            Instant earliest =
                    Instant.parse("2027-01-01T00:00:00Z").plus(Duration.ofMinutes(random.nextInt(2 * 366 * 24 * 60)));
            Instant next = receiver.nextMoment(earliest, hours);
            ZonedDateTime local = next.atZone(receiver.zone());
            assertThat(next).isAfterOrEqualTo(earliest);
            assertThat(receiver.workingDays()).contains(local.getDayOfWeek());
            assertThat(hours.contains(local.toLocalTime()))
                    .as("%s in %s", local, hours)
                    .isTrue();
            assertThat(receiver.nextMoment(next, hours))
                    .as("asking again moves nothing")
                    .isEqualTo(next);
        }
    }

    @Test
    void both_clock_changes_of_a_year_in_every_zone_make_no_moment_early_wrong_or_lost() {
        Set<ZoneRules> seen = new HashSet<>();
        List<SendingHours> all = List.of(
                OFFICE,
                hours("00:00", "01:00"),
                hours("01:30", "02:30"),
                hours("02:00", "03:00"),
                hours("23:00", "23:30"));
        for (String id : ZoneId.getAvailableZoneIds()) {
            ZoneId zone = ZoneId.of(id);
            if (zone.getRules() == null) {
                // ical4j announces zones of calendars that it has not read.
                continue;
            }
            ZoneOffsetTransition change = zone.getRules().nextTransition(Instant.parse("2027-01-01T00:00:00Z"));
            for (int i = 0; i < 2 && change != null && seen.add(zone.getRules()) | i > 0; i++) {
                for (SendingHours hours : all) {
                    around(change.getInstant(), new Recipient(zone, Set.of(), null, null), hours);
                }
                change = zone.getRules().nextTransition(change.getInstant());
            }
        }
        assertThat(seen).as("zones whose clock changes").hasSizeGreaterThan(30);
    }

    private static void around(Instant change, Recipient recipient, SendingHours hours) {
        for (int minutes = -26 * 60; minutes <= 26 * 60; minutes += 20) {
            Instant earliest = change.plus(Duration.ofMinutes(minutes));
            Instant next = recipient.nextMoment(earliest, hours);
            String what = "%s, %s: %s -> %s".formatted(recipient.zone(), hours, earliest, next);
            assertThat(next).as(what).isAfterOrEqualTo(earliest);
            assertThat(hours.contains(next.atZone(recipient.zone()).toLocalTime()))
                    .as(what)
                    .isTrue();
            assertThat(recipient.nextMoment(next, hours)).as(what).isEqualTo(next);
            // A day whose hours are skipped is followed by one that has them.
            assertThat(next).as(what).isBefore(earliest.plus(Duration.ofHours(50)));
        }
    }

    @Test
    void days_before_a_day_are_counted_on_the_calendar_across_a_clock_change() {
        Recipient anna = somebody("Europe/Amsterdam", WEEK);
        assertThat(anna.startOf(LocalDate.parse("2027-03-31").minusDays(5), OFFICE))
                .isEqualTo(Instant.parse("2027-03-26T08:00:00Z"));
        assertThat(anna.startOf(LocalDate.parse("2028-03-05").minusDays(5), OFFICE))
                .isEqualTo(Instant.parse("2028-02-29T08:00:00Z"));
    }

    @Test
    void the_day_of_a_moment_is_in_the_recipients_calendar() {
        Instant moment = Instant.parse("2027-03-01T20:00:00Z");
        assertThat(somebody("Asia/Tokyo", WEEK).dayOf(moment)).isEqualTo(LocalDate.parse("2027-03-02"));
        assertThat(somebody("Europe/Amsterdam", WEEK).dayOf(moment)).isEqualTo(LocalDate.parse("2027-03-01"));
    }

    @Test
    void an_absence_includes_its_first_and_last_day() {
        Recipient away = absent("2027-03-01", "2027-03-03");
        assertThat(away.absentAt(Instant.parse("2027-02-28T22:59:59Z"))).isFalse();
        assertThat(away.absentAt(Instant.parse("2027-02-28T23:00:00Z"))).isTrue();
        assertThat(away.absentAt(Instant.parse("2027-03-03T22:59:59Z"))).isTrue();
        assertThat(away.absentAt(Instant.parse("2027-03-03T23:00:00Z"))).isFalse();
        assertThat(away.nextMoment(away.afterAbsence(Instant.parse("2027-03-01T10:00:00Z")), OFFICE))
                .isEqualTo(Instant.parse("2027-03-04T08:00:00Z"));
    }

    @Test
    void an_absence_without_an_end_is_checked_again_after_a_week() {
        Recipient away = absent("2027-03-01", null);
        Instant now = Instant.parse("2027-03-02T10:00:00Z");
        assertThat(away.absentAt(Instant.parse("2029-01-01T10:00:00Z"))).isTrue();
        assertThat(away.nextMoment(away.afterAbsence(now), OFFICE)).isEqualTo(Instant.parse("2027-03-09T08:00:00Z"));
    }

    private static SendingHours hours(String from, String until) {
        return new SendingHours(LocalTime.parse(from), LocalTime.parse(until), true);
    }

    private static Recipient somebody(String zone, Set<DayOfWeek> days) {
        return new Recipient(ZoneId.of(zone), days, null, null);
    }

    private static Recipient absent(String from, String until) {
        return new Recipient(
                ZoneId.of("Europe/Amsterdam"),
                WEEK,
                LocalDate.parse(from),
                until == null ? null : LocalDate.parse(until));
    }
}
