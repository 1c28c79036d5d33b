package nl.klimrek.eventing.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import nl.klimrek.eventing.CounterCatalogue;
import nl.klimrek.eventing.CounterCatalogue.Raised;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.MovingClock;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.kafka.KafkaBroker;
import nl.klimrek.eventing.relay.Broker;
import nl.klimrek.eventing.relay.InMemoryOutboxStore;
import nl.klimrek.eventing.relay.ManualBroker;
import nl.klimrek.eventing.relay.Relay;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Known mistakes of outbox implementations. */
class OutboxPitfallsTest {

    private static final OutboxRef ANNA = new OutboxRef("people", "acme/anna");

    private final MovingClock clock = new MovingClock();
    private final InMemoryOutboxStore outboxes = new InMemoryOutboxStore();
    private final OutboxSettings settings = OutboxSettings.defaults("one");

    /** Dekaf, pull request 3054: a pipelined batch let 2 and 3 arrive when 1 was refused, and the retry made it 2, 3, 1. */
    @Test
    void events_arrive_in_order_when_the_first_is_refused_and_the_next_would_be_accepted() {
        List<String> arrived = new ArrayList<>();
        Map<String, Integer> tries = new HashMap<>();
        Broker refusesFirstTries = (event, answer) -> {
            if (tries.merge(event.id(), 1, Integer::sum) <= (event.id().equals("a1") ? 2 : 0)) {
                answer.accept(new TimeoutException("a1 is not taken"));
            } else {
                arrived.add(event.id());
                answer.accept(null);
            }
        };
        Relay relay = new Relay(outboxes, refusesFirstTries, clock, settings);
        outboxes.hold(ANNA, events("a", 3));
        relay.submit(ANNA, events("a", 3), 3, clock.instant().plus(settings.lease()));
        for (int i = 0; i < 3; i++) {
            relay.sendReady();
            clock.forward(settings.retryAfterFailure().plusMillis(1));
            relay.sweep(false);
        }
        assertThat(arrived).containsExactly("a1", "a2", "a3");
        assertThat(tries).containsEntry("a1", 3).containsEntry("a2", 1).containsEntry("a3", 1);
    }

    /** An event that the broker would never accept is refused when it is written, so it cannot block its document. */
    @Test
    void an_event_that_is_too_large_is_refused_before_it_is_written() {
        AggregateOutbox outbox = new AggregateOutbox(
                new CounterCatalogue(), new Relay(outboxes, new ManualBroker(), clock, settings), clock, settings);
        Key anna = Key.of(new Organisation("acme"), "anna");
        Raised fits = new Raised("x".repeat(settings.maxEventBytes() - 1_000), 1);
        Raised tooLarge = new Raised("x".repeat(settings.maxEventBytes()), 1);
        assertThat(outbox.prepare(anna, "", null, "anna", MessageContext.system("t"), List.of(fits))
                        .entries())
                .hasSize(1);
        assertThatThrownBy(() ->
                        outbox.prepare(anna, "", null, "anna", MessageContext.system("t"), List.of(fits, tooLarge)))
                .isInstanceOf(EventTooLargeException.class);
    }

    /** dapr, issue 8233: a fixed wait of a second for each message. Here the clock stands still, and all goes out in one step. */
    @Test
    void nothing_waits_for_time_to_pass_between_messages() {
        Relay relay = new Relay(outboxes, (event, answer) -> answer.accept(null), clock, settings);
        for (int i = 0; i < 1_000; i++) {
            relay.submit(
                    new OutboxRef("people", "acme/p" + i),
                    events("p" + i + "-", 3),
                    3,
                    clock.instant().plus(settings.lease()));
        }
        assertThat(relay.sendReady()).isEqualTo(3_000);
        assertThat(relay.deleteAcknowledged()).isEqualTo(3_000);
    }

    /** An acknowledgement wakes the sender, however long it may wait. */
    @Test
    @Timeout(60)
    void an_acknowledgement_wakes_the_sender() throws InterruptedException {
        ManualBroker broker = new ManualBroker();
        Relay relay = new Relay(outboxes, broker, clock, settings);
        relay.submit(ANNA, events("a", 2), 2, clock.instant().plus(settings.lease()));
        relay.awaitReady(Long.MAX_VALUE);
        relay.sendReady();
        Thread acknowledging = new Thread(broker::acknowledge);
        acknowledging.start();
        relay.awaitReady(Long.MAX_VALUE);
        acknowledging.join();
        assertThat(relay.sendReady()).isEqualTo(1);
    }

    /** MassTransit, issue 3512: rows handed to parallel senders lost their order. */
    @Test
    @Timeout(60)
    void many_senders_at_once_keep_each_documents_order() throws Exception {
        int documents = 40;
        int each = 25;
        Map<String, List<String>> arrived = new ConcurrentHashMap<>();
        CountDownLatch all = new CountDownLatch(documents * each);
        ExecutorService network = Executors.newFixedThreadPool(4);
        Broker broker = (event, answer) -> network.execute(() -> {
            arrived.computeIfAbsent(event.record().key(), k -> new ArrayList<>())
                    .add(event.id());
            answer.accept(null);
            all.countDown();
        });
        Relay relay = new Relay(outboxes, broker, clock, settings);
        Random random = new Random(3512);
        List<List<OutboxEvent>> waiting = IntStream.range(0, documents)
                .mapToObj(d -> events("d" + d + "-", each))
                .toList();
        ExecutorService senders = Executors.newFixedThreadPool(4);
        for (int sender = 0; sender < 4; sender++) {
            senders.execute(() -> {
                while (all.getCount() > 0) {
                    int d = random.nextInt(documents);
                    relay.submit(
                            new OutboxRef("people", "acme/d" + d),
                            waiting.get(d),
                            each,
                            clock.instant().plus(settings.lease()));
                    relay.sendReady();
                }
            });
        }
        assertThat(all.await(50, TimeUnit.SECONDS)).isTrue();
        senders.shutdown();
        network.shutdown();
        for (List<OutboxEvent> events : waiting) {
            assertThat(arrived.get(events.get(0).record().key()))
                    .containsExactlyElementsOf(
                            events.stream().map(OutboxEvent::id).toList());
        }
    }

    /** spring-modulith, issue 395: a publication was marked complete though Kafka had failed. */
    @Test
    void no_event_is_deleted_when_kafka_fails_at_once_later_or_by_throwing() {
        MockProducer<byte[], byte[]> producer =
                new MockProducer<>(Cluster.empty(), false, null, new ByteArraySerializer(), new ByteArraySerializer());
        List<Consumer<Relay>> failures = List.of(
                relay -> {
                    relay.sendReady();
                    producer.errorNext(new TimeoutException("later"));
                },
                relay -> {
                    producer.sendException = new TimeoutException("at once");
                    relay.sendReady();
                    producer.sendException = null;
                },
                relay -> {
                    producer.sendException = new IllegalStateException("closed");
                    relay.sendReady();
                    producer.sendException = null;
                });
        for (Consumer<Relay> failure : failures) {
            Relay relay = new Relay(outboxes, new KafkaBroker(producer), clock, settings);
            relay.submit(ANNA, events("a", 2), 2, clock.instant().plus(settings.lease()));
            failure.accept(relay);
            assertThat(relay.deleteAcknowledged()).isZero();
            assertThat(relay.hasBacklog()).as("rests").isFalse();
            assertThat(relay.unsent()).as("left for a sweep").isEqualTo(2);
        }
        assertThat(outboxes.removed).isEmpty();
    }

    private List<OutboxEvent> events(String prefix, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(n -> OutboxEvent.of(
                        prefix + n, "t", new OutgoingRecord(prefix, Map.of(), new byte[0]), clock.instant(), "one"))
                .toList();
    }
}
