package nl.klimrek.eventing.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
import nl.klimrek.eventing.marker.CommandKeyFixture;
import nl.klimrek.eventing.outbox.AggregateOutbox;
import nl.klimrek.eventing.outbox.OutboxEvent;
import nl.klimrek.eventing.outbox.OutboxSettings;
import nl.klimrek.eventing.outbox.SimulatedOutboxStore;
import nl.klimrek.eventing.relay.Relay;
import nl.klimrek.eventing.simulation.guarantees.Observation;

/** One process: everything in it is lost when it crashes. The code in it is the real one; only its ports are not. */
final class ServiceInstance {

    static final Duration LEASE = Duration.ofSeconds(30);
    private static final int MAX_ACTIVE_DOCUMENTS = 8;

    final int number;
    final Relay relay;
    final SimulatedConsumer reading;
    final List<Answer> unanswered = new ArrayList<>();
    final FaultyPorts ports;
    Duration clockOffset;
    long frozenUntil;
    boolean dead;

    private final World world;
    private final AggregateStore<Counter> counters;
    private final AggregateStore<Counter> effects;

    /** @param others lets other instances take so many steps in between */
    ServiceInstance(World world, int number, String name, Consumer<Integer> others) {
        this.world = world;
        this.number = number;
        this.clockOffset = Duration.ofMillis(world.random.below(2_000) - 1_000);
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
        relay = new Relay(
                new SimulatedOutboxStore(new FaultyOutboxDocuments(world, this)), this::send, clock, settings);
        CounterCatalogue catalogue = new CounterCatalogue();
        AggregateOutbox outbox = new AggregateOutbox(catalogue, relay, clock, settings);
        RecentDocuments recent = new RecentDocuments(world.options.recent());
        counters = new AggregateStore<>(
                new AggregateType<>("counters", Counter.class, Counter::name),
                new FaultyDocumentStore(world, this, "counters"),
                outbox,
                recent);
        effects = new AggregateStore<>(
                AggregateType.readDocument("effects", Counter.class),
                new FaultyDocumentStore(world, this, "effects"),
                outbox,
                recent);
        EventHandlers handlers = new EventHandlers("readers", catalogue);
        reading = new SimulatedConsumer(
                world,
                this,
                new SimulatedInbox(
                        world.options.together() == 1
                                ? handlers.onBatch(
                                        List.of(CounterCatalogue.TOPIC),
                                        events -> events.forEach(event -> take(event.meta())))
                                : handlers.on(Raised.class, (event, meta) -> take(meta)),
                        catalogue));
    }

    /** A command; what it is answered is what the caller may rely on. */
    void raise() {
        SimulatedClients.Command command = world.clients.next();
        counters.handle(command.aggregate(), command.cause(), current -> {
            Counter next = new Counter(
                    command.aggregate().id(), current.map(Counter::value).orElse(0L) + 1);
            return Decision.accept(next, new Raised(next.name(), next.value()));
        });
        world.history.add(new Observation.Answered(command.aggregate().id(), CommandKeyFixture.of(command.key())));
    }

    /** The broker answers one of the records it was given, in any order between documents. */
    void answer() {
        if (!unanswered.isEmpty()) {
            Answer next = unanswered.remove(world.random.below(unanswered.size()));
            next.answer().accept(world.topic.offered(next.event()));
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

    private void send(OutboxEvent event, Consumer<Exception> answer) {
        if (world.growth.isPaused()) {
            answer.accept(new TransientFault());
            return;
        }
        call(Port.SEND, () -> unanswered.add(new Answer(event, answer)));
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

    /** A record on its way, and who waits to hear of it. */
    record Answer(OutboxEvent event, Consumer<Exception> answer) {}
}
