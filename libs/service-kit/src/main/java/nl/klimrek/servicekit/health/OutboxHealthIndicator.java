package nl.klimrek.servicekit.health;

import java.time.Clock;
import java.time.Duration;
import nl.klimrek.eventing.metrics.MeteredBroker;
import nl.klimrek.eventing.relay.Relay;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;

/**
 * Whether events get away: {@code outbox-stuck} when one has waited for longer than the bound and the broker took none in
 * that time. A backlog that is being sent is not stuck, however old.
 */
final class OutboxHealthIndicator implements HealthIndicator {
    private final Relay relay;
    private final MeteredBroker broker;
    private final Clock clock;
    private final Duration bound;

    OutboxHealthIndicator(Relay relay, MeteredBroker broker, Clock clock, Duration bound) {
        this.relay = relay;
        this.broker = broker;
        this.clock = clock;
        this.bound = bound;
    }

    @Override
    public Health health() {
        boolean waiting = relay.oldestWaiting().compareTo(bound) > 0;
        boolean moving = broker.lastAcknowledged().isAfter(clock.instant().minus(bound));
        return waiting && !moving
                ? HealthReason.down("outbox-stuck")
                : Health.up().build();
    }
}
