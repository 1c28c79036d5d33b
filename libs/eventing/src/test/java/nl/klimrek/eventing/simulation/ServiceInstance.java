package nl.klimrek.eventing.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import nl.klimrek.eventing.CounterCatalogue;
import nl.klimrek.eventing.CounterCatalogue.Raised;
import nl.klimrek.eventing.CounterService.Counter;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.EventMeta;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.LateEventPolicy;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.eventing.aggregate.AggregateType;
import nl.klimrek.eventing.aggregate.RecentDocuments;
import nl.klimrek.eventing.inbox.EventHandlers;
import nl.klimrek.eventing.inbox.SimulatedInbox;
import nl.klimrek.eventing.kafka.KafkaBroker;
import nl.klimrek.eventing.marker.CommandKeyFixture;
import nl.klimrek.eventing.metrics.ConsumerProgress;
import nl.klimrek.eventing.metrics.ConsumerProgress.Offsets;
import nl.klimrek.eventing.outbox.AggregateOutbox;
import nl.klimrek.eventing.outbox.OutboxEvent;
import nl.klimrek.eventing.outbox.OutboxSettings;
import nl.klimrek.eventing.outbox.SimulatedOutboxStore;
import nl.klimrek.eventing.relay.Relay;
import nl.klimrek.eventing.relay.SimulatedRelaySwitch;
import nl.klimrek.eventing.simulation.guarantees.Observation;
import org.apache.kafka.common.TopicPartition;

/** One process: everything in it is lost when it crashes. The code in it is the real one; only its ports are not. */
final class ServiceInstance {

    static final Duration LEASE = Duration.ofSeconds(30);
    private static final int MAX_ACTIVE_DOCUMENTS = 8;

    final int number;
    final String name;
    final Relay relay;
    final SimulatedRelaySwitch relays;
    final SimulatedConsumer reading;
    final List<Answer> unanswered = new ArrayList<>();
    final FaultyPorts ports;
    Duration clockOffset;
    long frozenUntil;
    boolean dead;

    private final World world;
    private final SimulatedCounters counters;
    private final ConsumerProgress progress = new ConsumerProgress();
    private boolean looked;
    private int partitions;
    private Instant partitionsKnownAt;
    private final AggregateStore<Counter> effects;

    /** @param others lets other instances take so many steps in between */
    ServiceInstance(World world, int number, String name, Consumer<Integer> others) {
        this.world = world;
        this.number = number;
        this.name = name;
        this.clockOffset = Duration.ofMillis(world.random.below(2_000) - 1_000);
        this.partitions = world.topic.partitions();
        this.partitionsKnownAt = world.now;
        this.ports = new FaultyPorts(world, this, others);
        OutboxSettings settings = new OutboxSettings(
                name,
                LEASE,
                Duration.ofSeconds(15),
                Duration.ofMillis(500),
                10_000,
                World.MAX_EVENTS_PER_DOCUMENT,
                10_000,
                MAX_ACTIVE_DOCUMENTS,
                world.options.held());
        ProcessClock clock = new ProcessClock(() -> world.now.plus(clockOffset));
        relays = new SimulatedRelaySwitch(this::send, world.relaySwitch, name, clock);
        relay = new Relay(
                new SimulatedOutboxStore(new FaultyOutboxDocuments(world, this)), relays.broker(), clock, settings);
        boolean former = world.options.former() > 0 && number == 0 && !world.upgraded;
        SimulatedCatalogue catalogue = new SimulatedCatalogue(former || world.options.former() == 0);
        AggregateOutbox outbox = new AggregateOutbox(catalogue, relay, clock, settings, world.epoch);
        RecentDocuments recent = new RecentDocuments(world.options.recent());
        FaultyDocumentStore documents = new FaultyDocumentStore(world, this, SimulatedCounters.COLLECTION);
        counters = catalogue.former()
                ? SimulatedCounters.former(documents, outbox, recent)
                : SimulatedCounters.newer(world.options.former() - 1, documents, outbox, recent);
        effects = new AggregateStore<>(
                AggregateType.readDocument(SimulatedStore.EFFECTS, Counter.class),
                new FaultyDocumentStore(world, this, SimulatedStore.EFFECTS),
                outbox,
                recent);
        EventHandlers handlers = new EventHandlers(ParkedLetters.GROUP, catalogue);
        if (!former) {
            handlers.on(SimulatedCatalogue.Marked.class, (event, meta) -> take(meta));
        }
        reading = new SimulatedConsumer(
                world,
                this,
                new SimulatedInbox(
                        world.options.together() == 1
                                ? handlers.onBatch(
                                        List.of(CounterCatalogue.TOPIC),
                                        events -> events.forEach(event -> take(event.meta())))
                                : handlers.on(Raised.class, (event, meta) -> take(meta)),
                        catalogue,
                        replay -> progress.hasPassed(
                                new TopicPartition(replay.topic(), replay.partition()), replay.offset())));
    }

    /** Handles a command and answers its caller. */
    void raise() {
        SimulatedClients.Command command = world.clients.next();
        counters.raise(command);
        world.history.add(new Observation.Answered(command.aggregate().id(), CommandKeyFixture.of(command.key())));
    }

    /** The broker answers one of the records it was given, in any order between documents. */
    void answer() {
        if (!unanswered.isEmpty()) {
            Answer next = unanswered.remove(world.random.below(unanswered.size()));
            next.answer().accept(world.topic.offered(next.sent()));
        }
    }

    /** Fails when it holds more in memory than it may. */
    void check() {
        if (relay.activeDocuments() > MAX_ACTIVE_DOCUMENTS) {
            throw new AssertionError("a relay holds " + relay.activeDocuments() + " documents");
        }
    }

    <T> T call(Port port, Supplier<T> effect) {
        return ports.call(port, effect);
    }

    /** Looks how far the group is, and in another step notes it in the reader's store. */
    void watch() {
        if (!looked) {
            look();
        } else {
            call(Port.NOTE, () -> {
                Map<Integer, Integer> positions = new HashMap<>();
                progress.positions()
                        .forEach((partition, next) -> positions.put(partition.partition(), next.intValue()));
                world.restores.note(positions);
                return null;
            });
        }
        looked = !looked;
    }

    void look() {
        progress.update(call(Port.OFFSETS, this::offsets), world.now);
    }

    private Map<TopicPartition, Offsets> offsets() {
        Map<TopicPartition, Offsets> offsets = new HashMap<>();
        for (int partition = 0; partition < world.topic.partitions(); partition++) {
            offsets.put(
                    new TopicPartition(CounterCatalogue.TOPIC, partition),
                    new Offsets(
                            world.group.committed(partition),
                            world.topic.first(partition),
                            world.topic.partition(partition).size()));
        }
        return offsets;
    }

    /** The number of partitions, which a producer asks for again after some time. */
    private int knownPartitions() {
        if (!world.now.isBefore(partitionsKnownAt.plus(KafkaBroker.METADATA_AGE))) {
            partitions = world.topic.partitions();
            partitionsKnownAt = world.now;
        }
        return partitions;
    }

    /** Whether the broker took it is not known when this fails after its effect. */
    private void send(OutboxEvent event, Consumer<Exception> answer) {
        Answer sent = new Answer(SimulatedTopic.Sent.by(knownPartitions(), event), answer);
        try {
            call(Port.SEND, () -> unanswered.add(sent));
        } catch (TransientFault failed) {
            if (unanswered.remove(sent)) {
                world.topic.abandoned(sent.sent());
            }
            answer.accept(failed);
        }
    }

    /** The effect of an event: one is added, once. */
    private void take(EventMeta meta) {
        effects.handle(
                Key.of(meta.organisation(), meta.partitionKey()),
                MessageContext.event(meta)
                        .withLateEventPolicy(
                                world.options.growth() == PartitionGrowth.UNDER_WAY
                                        ? LateEventPolicy.APPLY
                                        : LateEventPolicy.REJECT),
                current -> Decision.accept(
                        new Counter(meta.subject(), current.map(Counter::value).orElse(0L) + 1)));
    }

    /** A record handed to the broker, and the callback for its answer. */
    record Answer(SimulatedTopic.Sent sent, Consumer<Exception> answer) {}
}
