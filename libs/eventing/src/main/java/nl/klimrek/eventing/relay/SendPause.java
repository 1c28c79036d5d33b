package nl.klimrek.eventing.relay;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The pause of a relay after the broker refused an event. Not thread-safe; the relay guards it. */
final class SendPause {

    private final Clock clock;
    private final Duration length;
    private Instant until = Instant.MIN;

    SendPause(Clock clock, Duration length) {
        this.clock = clock;
        this.length = length;
    }

    void begin() {
        until = clock.instant().plus(length);
    }

    /** A pause longer than configured comes from a wrong clock and counts as over. */
    boolean isOn() {
        Instant now = clock.instant();
        return now.isBefore(until) && !now.plus(length).isBefore(until);
    }
}
