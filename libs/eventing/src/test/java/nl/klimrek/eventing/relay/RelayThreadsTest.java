package nl.klimrek.eventing.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
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

    /** A service stops while the store is away. */
    @Test
    void a_stop_without_a_store_ends_and_acknowledged_events_are_sent_again() {
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

    /** Without these calls an idle relay would sleep for fifteen seconds. */
    @Test
    void an_event_wakes_the_sender_and_its_acknowledgement_the_remover() throws InterruptedException {
        RelayThreads threads = new RelayThreads(relay, settings);
        try {
            awaitSleep("relay-send-one", "relay-remove-one", "relay-sweep-one");
            submit(ANNA, "a1");
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
            submit(ANNA, "a1");
            await().atMost(Duration.ofSeconds(5)).until(() -> !broker.waiting().isEmpty());
            int claims = outboxes.claims;
            outboxes.hold(
                    ANNA,
                    List.of(OutboxEvent.of(
                            "a1", "t", new OutgoingRecord("k", Map.of(), new byte[0]), clock.instant(), "one")));
            broker.refuse();
            await().atMost(Duration.ofSeconds(5)).until(() -> outboxes.claims > claims);
        } finally {
            threads.close();
        }
    }

    private static void awaitSleep(String... names) {
        await().atMost(Duration.ofSeconds(10))
                .until(() -> Thread.getAllStackTraces().keySet().stream()
                                .filter(thread -> List.of(names).contains(thread.getName()))
                                .filter(thread -> thread.getState() == Thread.State.TIMED_WAITING)
                                .count()
                        == names.length);
    }

    @Test
    void a_stop_sends_what_is_queued_before_it_ends() throws Exception {
        RelayThreads threads = new RelayThreads(relay, settings);
        submit(ANNA, "a1", "a2", "a3");
        CompletableFuture<Void> closed = closing(threads);
        for (int sent = 1; sent <= 3; sent++) {
            await().atMost(Duration.ofSeconds(10)).until(() -> !broker.waiting().isEmpty());
            broker.acknowledge();
        }
        closed.get(10, TimeUnit.SECONDS);
        assertThat(outboxes.removed).containsExactly("a1", "a2", "a3");
        assertThat(outboxes.released).isEmpty();
    }

    @Test
    void a_stop_gives_back_the_leases_of_what_it_could_not_send() throws Exception {
        OutboxRef bert = new OutboxRef("people", "acme/bert");
        RelayThreads threads = new RelayThreads(relay, settings);
        submit(ANNA, "a1", "a2");
        await().atMost(Duration.ofSeconds(10)).until(() -> !broker.waiting().isEmpty());
        CompletableFuture<Void> closed = closing(threads);
        closed.get(10, TimeUnit.SECONDS);
        assertThat(outboxes.released)
                .as("the broker still decides about an event of this one")
                .isEmpty();

        Relay stopped = new Relay(outboxes, broker, clock, settings);
        submit(stopped, bert, "b1");
        stopped.stop();
        assertThat(outboxes.released).containsExactly(bert + " of one");
    }

    private static CompletableFuture<Void> closing(RelayThreads threads) {
        return CompletableFuture.runAsync(() -> {
            try {
                threads.close();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private void submit(OutboxRef ref, String... events) {
        submit(relay, ref, events);
    }

    private void submit(Relay to, OutboxRef ref, String... events) {
        to.submit(
                ref,
                Stream.of(events)
                        .map(id -> OutboxEvent.of(
                                id, "t", new OutgoingRecord("k", Map.of(), new byte[0]), clock.instant(), "one"))
                        .toList(),
                events.length,
                clock.instant().plus(settings.lease()));
    }
}
