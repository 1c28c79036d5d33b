package nl.klimrek.servicekit.health;

import java.time.Clock;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import nl.klimrek.eventing.metrics.MeteredBroker;
import nl.klimrek.eventing.relay.Relay;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;

/**
 * Whether events leave: {@code outbox-stuck} if one has waited for longer than the bound and the broker took none in that
 * time, {@code relay-paused} if an operator is the cause. A backlog that is being sent is not stuck, however old.
 */
final class OutboxHealthIndicator implements HealthIndicator {
    private final Relay relay;
    private final MeteredBroker broker;
    private final BooleanSupplier paused;
    private final Clock clock;
    private final Duration bound;

    OutboxHealthIndicator(Relay relay, MeteredBroker broker, BooleanSupplier paused, Clock clock, Duration bound) {
        this.relay = relay;
        this.broker = broker;
        this.paused = paused;
        this.clock = clock;
        this.bound = bound;
    }

    @Override
    public Health health() {
        boolean waiting = relay.oldestWaiting().compareTo(bound) > 0;
        boolean moving = broker.lastAcknowledged().isAfter(clock.instant().minus(bound));
        return waiting && !moving
                ? HealthReason.down(paused.getAsBoolean() ? "relay-paused" : "outbox-stuck")
                : Health.up().build();
    }
}
