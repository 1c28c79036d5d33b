package nl.klimrek.testkit.architecture.sample.clean;

import java.time.Clock;
import java.time.Instant;

/** Follows every rule. */
public record Timestamp(Instant at) {

    public static Timestamp of(Clock clock) {
        return new Timestamp(clock.instant());
    }
}
