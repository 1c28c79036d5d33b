package nl.klimrek.servicekit.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import nl.klimrek.eventing.metrics.MeteredBroker;
import nl.klimrek.eventing.outbox.MongoOutboxStore;
import nl.klimrek.eventing.outbox.OutboxEvent;
import nl.klimrek.eventing.outbox.OutboxRef;
import nl.klimrek.eventing.outbox.OutboxSettings;
import nl.klimrek.eventing.outbox.OutgoingRecord;
import nl.klimrek.eventing.relay.Relay;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.health.Status;

class OutboxHealthTest {
    private static final Duration BOUND = Duration.ofMinutes(2);

    private final Moving clock = new Moving();
    private boolean paused;
    private final List<Consumer<Exception>> unanswered = new ArrayList<>();
    private final MeteredBroker broker =
            new MeteredBroker((event, answer) -> unanswered.add(answer), new SimpleMeterRegistry(), clock);
    private final Relay relay = new Relay(new MongoOutboxStore(), broker, clock, OutboxSettings.defaults("one"));
    private final OutboxHealthIndicator health = new OutboxHealthIndicator(relay, broker, () -> paused, clock, BOUND);

    @Test
    void with_nothing_to_send_for_days_all_is_well() {
        clock.now = clock.now.plus(Duration.ofDays(3));
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void an_event_that_waits_while_the_broker_takes_none_is_stuck() {
        submit("a");
        clock.now = clock.now.plus(BOUND);
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        clock.now = clock.now.plusSeconds(1);
        assertThat(health.health().getStatus().getCode()).isEqualTo("DOWN");
        assertThat(health.health().getStatus().getDescription()).isEqualTo("outbox-stuck");
    }

    @Test
    void an_event_that_waits_because_an_operator_paused_the_relays_says_so() {
        paused = true;
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        submit("a");
        clock.now = clock.now.plus(BOUND).plusSeconds(1);
        assertThat(health.health().getStatus().getDescription()).isEqualTo("relay-paused");
    }

    @Test
    void an_old_backlog_that_is_being_sent_is_not_stuck() {
        submit("a");
        submit("b");
        clock.now = clock.now.plus(BOUND.multipliedBy(3));
        unanswered.get(0).accept(null);
        assertThat(relay.oldestWaiting()).isGreaterThan(BOUND);
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }

    private void submit(String document) {
        relay.submit(
                new OutboxRef("things", document),
                List.of(OutboxEvent.of(
                        "e-" + document, "t", new OutgoingRecord("k", Map.of(), new byte[0]), clock.now, "one")),
                1,
                clock.now.plusSeconds(30));
        relay.sendReady();
    }

    private static final class Moving extends Clock {
        private Instant now = Instant.parse("2026-03-01T10:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
