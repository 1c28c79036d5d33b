package nl.klimrek.eventing.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import nl.klimrek.eventing.outbox.OutboxEvent;
import nl.klimrek.eventing.outbox.OutboxRef;
import nl.klimrek.eventing.outbox.OutboxSettings;
import nl.klimrek.eventing.outbox.OutgoingRecord;
import org.junit.jupiter.api.Test;

class RelayThreadsTest {

    private static final OutboxRef ANNA = new OutboxRef("people", "acme/anna");

    private final InMemoryOutboxStore outboxes = new InMemoryOutboxStore();
    private final ManualBroker broker = new ManualBroker();
    private final Clock clock = Clock.systemUTC();
    private final OutboxSettings settings = OutboxSettings.defaults("one");
    private final Relay relay = new Relay(outboxes, broker, clock, settings);

    /** The long runs against trouble found it: a service that stops while the store is away. */
    @Test
    void a_stop_while_the_store_is_away_is_a_stop_and_leaves_what_was_acknowledged_to_be_sent_again() {
        outboxes.failure = new IllegalStateException("away");
        RelayThreads threads = new RelayThreads(relay, settings);
        relay.submit(
                ANNA,
                List.of(OutboxEvent.of(
                        "a1", "t", new OutgoingRecord("k", Map.of(), new byte[0]), clock.instant(), "one")),
                1,
                clock.instant().plus(settings.lease()));
        await().atMost(Duration.ofSeconds(10)).until(() -> !broker.waiting().isEmpty());
        broker.acknowledge();
        assertThatCode(threads::close).doesNotThrowAnyException();
        assertThat(outboxes.removed).isEmpty();
    }
}
