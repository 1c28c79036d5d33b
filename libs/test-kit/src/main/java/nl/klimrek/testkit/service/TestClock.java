package nl.klimrek.testkit.service;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A clock that a test moves forward. It never goes back, as time does not.
 *
 * <p>A running clock shows real time plus what the test added; a stopped one changes only when the test moves it. Safe for
 * several threads.
 */
public final class TestClock extends Clock {

    private final Clock base;
    private volatile Duration ahead;

    private TestClock(Clock base, Duration ahead) {
        this.base = base;
        this.ahead = ahead;
    }

    /** A clock that runs and shows the present time until it is moved. */
    public static TestClock running() {
        return new TestClock(Clock.systemUTC(), Duration.ZERO);
    }

    /** A clock that runs and shows this moment now. */
    public static TestClock runningFrom(Instant start) {
        Clock world = Clock.systemUTC();
        return new TestClock(world, Duration.between(world.instant(), start));
    }

    /**
     * A clock that runs and begins at this moment, or at that of the system property {@code klimrek.test.start}. With the
     * property a module's tests run on another day of the week or at another time of year.
     */
    public static TestClock beginningAt(Instant start) {
        String other = System.getProperty("klimrek.test.start", "");
        return runningFrom(other.isEmpty() ? start : Instant.parse(other));
    }

    /** A clock that shows this moment until it is moved. */
    public static TestClock stoppedAt(Instant moment) {
        return new TestClock(Clock.fixed(moment, ZoneOffset.UTC), Duration.ZERO);
    }

    /**
     * Moves the clock forward.
     *
     * @throws IllegalArgumentException the step is negative
     */
    public synchronized void advance(Duration step) {
        if (step.isNegative()) {
            throw new IllegalArgumentException("a clock does not go back");
        }
        ahead = ahead.plus(step);
    }

    /**
     * Moves the clock forward to a moment.
     *
     * @throws IllegalArgumentException the moment is past
     */
    public synchronized void advanceTo(Instant moment) {
        advance(Duration.between(instant(), moment));
    }

    @Override
    public Instant instant() {
        return base.instant().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /** A fixed clock in that zone at the present moment. */
    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(instant(), zone);
    }
}
