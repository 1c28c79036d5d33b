package nl.klimrek.reminders;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;

/** Runs as any clock does, and can be put ahead; never back, as time in the world does not go back either. */
final class MovableClock extends Clock {

    static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

    private final Clock world = Clock.systemUTC();
    private volatile Duration ahead = Duration.between(world.instant(), Instant.parse("2027-01-04T06:00:00Z"));

    static LocalDate day(Instant moment) {
        return moment.atZone(AMSTERDAM).toLocalDate();
    }

    static Instant atNine(LocalDate day) {
        return day.atTime(9, 0).atZone(AMSTERDAM).toInstant();
    }

    /** The next Monday after today at this time in Amsterdam, from which the clock runs on. */
    Instant toNextMonday(String time) {
        ZonedDateTime monday = instant()
                .atZone(AMSTERDAM)
                .with(TemporalAdjusters.next(DayOfWeek.MONDAY))
                .with(LocalTime.parse(time));
        to(monday.toInstant());
        return monday.toInstant();
    }

    void to(Instant moment) {
        Duration further = Duration.between(instant(), moment);
        if (further.isNegative()) {
            throw new IllegalArgumentException("this clock does not go back");
        }
        ahead = ahead.plus(further);
    }

    @Override
    public Instant instant() {
        return world.instant().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(instant(), zone);
    }
}
