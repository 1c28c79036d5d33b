package nl.klimrek.people;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Component;

/** The real time, moved forward where a test needs another day. Found by the service under test because it is in its package. */
@Component
public final class MovableClock extends Clock {

    private final AtomicReference<Clock> now = new AtomicReference<>(Clock.systemUTC());

    void forward(Duration duration) {
        now.updateAndGet(clock -> Clock.offset(clock, duration));
    }

    @Override
    public ZoneId getZone() {
        return now.get().getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return now.get().withZone(zone);
    }

    @Override
    public Instant instant() {
        return now.get().instant();
    }
}
