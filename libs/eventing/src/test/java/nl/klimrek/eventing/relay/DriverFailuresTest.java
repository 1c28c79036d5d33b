package nl.klimrek.eventing.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.klimrek.eventing.MovingClock;
import nl.klimrek.eventing.mongo.DriverFailure;
import nl.klimrek.eventing.outbox.OutboxEvent;
import nl.klimrek.eventing.outbox.OutboxRef;
import nl.klimrek.eventing.outbox.OutboxSettings;
import nl.klimrek.eventing.outbox.OutgoingRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The relay's deletions, claims and sweeps while the driver fails. */
class DriverFailuresTest {

    private static final OutboxRef ANNA = new OutboxRef("people", "acme/anna");

    private final MovingClock clock = new MovingClock();
    private final ManualBroker broker = new ManualBroker();
    private final InMemoryOutboxStore outboxes = new InMemoryOutboxStore();
    private final OutboxSettings settings = OutboxSettings.defaults("one");
    private final Relay relay = new Relay(outboxes, broker, clock, settings);

    @ParameterizedTest
    @EnumSource
    void acknowledged_events_are_deleted_after_the_failure(DriverFailure failure) {
        relay.submit(ANNA, List.of(event("a1")), 1, clock.instant().plus(settings.lease()));
        relay.sendReady();
        broker.acknowledge();
        outboxes.failure = failure.create();
        assertThat(catchThrowable(relay::deleteAcknowledged)).isSameAs(outboxes.failure);
        outboxes.failure = null;
        assertThat(relay.deleteAcknowledged()).isEqualTo(1);
        assertThat(outboxes.removed).containsExactly("a1");
    }

    @ParameterizedTest
    @EnumSource
    void a_failed_sweep_is_repeated_from_the_same_place(DriverFailure failure) {
        outboxes.hold(ANNA, List.of(event("a1")));
        outboxes.failure = failure.create();
        assertThat(catchThrowable(() -> relay.sweep(true))).isSameAs(outboxes.failure);
        outboxes.failure = null;
        assertThat(relay.sweep(true)).isEqualTo(1);
        assertThat(relay.sendReady()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void a_postponed_document_is_claimed_after_the_failure(DriverFailure failure) {
        outboxes.hold(ANNA, List.of(event("a1")));
        relay.postpone(ANNA);
        outboxes.failure = failure.create();
        assertThat(catchThrowable(relay::retryPostponed)).isSameAs(outboxes.failure);
        outboxes.failure = null;
        relay.retryPostponed();
        assertThat(relay.sendReady()).isEqualTo(1);
    }

    private static OutboxEvent event(String id) {
        return OutboxEvent.of(
                id, "people", new OutgoingRecord("acme/anna", Map.of(), new byte[0]), Instant.EPOCH, "one");
    }
}
