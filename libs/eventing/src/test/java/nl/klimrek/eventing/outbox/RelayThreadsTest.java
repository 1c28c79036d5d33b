package nl.klimrek.eventing.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RelayThreadsTest {

    private static final OutboxRef ANNA = new OutboxRef("people", "acme/anna");

    private final InMemoryOutboxStore outboxes = new InMemoryOutboxStore();
    private final ManualBroker broker = new ManualBroker();
    private final Clock clock = Clock.systemUTC();
    private final OutboxSettings settings = OutboxSettings.defaults("one");
    private final Relay relay = new Relay(outboxes, broker, clock, settings);

    /** Without these calls an idle relay would sleep for fifteen seconds. */
    @Test
    void an_event_wakes_the_sender_and_its_acknowledgement_the_remover() throws InterruptedException {
        RelayThreads threads = new RelayThreads(relay, settings);
        try {
            awaitSleep("relay-send-one", "relay-remove-one", "relay-sweep-one");
            submit("a1");
            await().atMost(Duration.ofSeconds(5)).until(() -> !broker.waiting().isEmpty());
            broker.acknowledge();
            await().atMost(Duration.ofSeconds(5)).until(() -> outboxes.removed.contains("a1"));
        } finally {
            threads.close();
        }
    }

    @Test
    void a_refused_event_wakes_the_sweeper() throws InterruptedException {
        RelayThreads threads = new RelayThreads(relay, settings);
        try {
            awaitSleep("relay-send-one", "relay-remove-one", "relay-sweep-one");
            submit("a1");
            await().atMost(Duration.ofSeconds(5)).until(() -> !broker.waiting().isEmpty());
            int claims = outboxes.claims;
            outboxes.hold(ANNA, List.of(event("a1")));
            broker.refuse();
            await().atMost(Duration.ofSeconds(5)).until(() -> outboxes.claims > claims);
        } finally {
            threads.close();
        }
    }

    private void submit(String id) {
        relay.submit(ANNA, List.of(event(id)), 1, clock.instant().plus(settings.lease()));
    }

    private OutboxEvent event(String id) {
        return OutboxEvent.of(id, "t", new OutgoingRecord("k", Map.of(), new byte[0]), clock.instant(), "one");
    }

    private static void awaitSleep(String... names) {
        await().atMost(Duration.ofSeconds(10))
                .until(() -> Thread.getAllStackTraces().keySet().stream()
                                .filter(thread -> List.of(names).contains(thread.getName()))
                                .filter(thread -> thread.getState() == Thread.State.TIMED_WAITING)
                                .count()
                        == names.length);
    }

    /** The long runs against trouble found it: a service that stops while the store is away. */
    @Test
    void a_stop_while_the_store_is_away_is_a_stop_and_leaves_what_was_acknowledged_to_be_sent_again() {
        outboxes.broken = true;
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
