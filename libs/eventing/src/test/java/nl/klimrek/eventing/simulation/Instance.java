package nl.klimrek.eventing.simulation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;

import nl.klimrek.eventing.Cause;
import nl.klimrek.eventing.CounterCatalogue;
import nl.klimrek.eventing.CounterCatalogue.Raised;
import nl.klimrek.eventing.CounterService.Counter;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.eventing.aggregate.AggregateType;
import nl.klimrek.eventing.aggregate.Documents;
import nl.klimrek.eventing.outbox.AggregateOutbox;
import nl.klimrek.eventing.outbox.Broker;
import nl.klimrek.eventing.outbox.OutboxEvent;
import nl.klimrek.eventing.outbox.OutboxSettings;
import nl.klimrek.eventing.outbox.Outboxes;
import nl.klimrek.eventing.outbox.Relay;
import nl.klimrek.eventing.outbox.SimulatedOutboxes;
import org.bson.Document;

/** One process: everything in it is lost when it crashes. The code in it is the real one; only its ports are not. */
final class Instance {

    static final Duration LEASE = Duration.ofSeconds(30);

    final String name;
    final Relay relay;
    final AggregateStore<Counter> counters;
    final AggregateStore<Counter> effects;
    final List<Answer> unanswered = new ArrayList<>();
    final Map<Integer, Integer> position = new HashMap<>();
    Duration clockOffset;
    long frozenUntil;

    private final World world;
    private final Runnable others;
    private boolean interleaving;

    /** @param others lets other instances take steps in between */
    Instance(World world, String name, Duration clockOffset, Runnable others) {
        this.world = world;
        this.name = name;
        this.clockOffset = clockOffset;
        this.others = others;
        OutboxSettings settings = new OutboxSettings(
                name, LEASE, Duration.ofSeconds(15), Duration.ofMillis(500), 10_000, 10, 10_000, 8);
        Clock clock = new OwnClock();
        Broker broker = (event, answer) -> {
            call(() -> unanswered.add(new Answer(event, answer)));
        };
        Outboxes outboxes = new SimulatedOutboxes(world.store::find, world.store::set, world.store::pull,
                (before, after) -> world.store.waiting("counters", before, after), this::call);
        relay = new Relay(outboxes, broker, clock, settings);
        AggregateOutbox outbox = new AggregateOutbox(new CounterCatalogue(), relay, clock, settings);
        counters = new AggregateStore<>(new AggregateType<>("counters", Counter.class, Counter::name), new Faulty("counters"), outbox);
        effects = new AggregateStore<>(AggregateType.readDocument("effects", Counter.class), new Faulty("effects"), outbox);
    }

    /** A command; what it is answered is what the caller may rely on. */
    void raise(Key key, Cause cause) {
        Versioned<Counter> answer = counters.handle(key, cause, current -> {
            Counter next = new Counter(key.id(), current.map(Counter::value).orElse(0L) + 1);
            return Decision.accept(next, new Raised(next.name(), next.value()));
        });
        world.guarantees.acknowledged(key.id(), answer.replayed() ? 0 : answer.state().value());
    }

    /** The effect of an event: one is added, once. */
    void take(OutboxEvent event) {
        String subject = event.headers().get("ce_subject");
        long sequence = Long.parseLong(event.headers().get("ce_sequence"));
        Cause cause = Cause.system("consumer").withMarker(new Cause.Marker.Event("/counters#" + subject, sequence));
        Versioned<Counter> effect = effects.handle(Key.parse(event.key()), cause,
                current -> Decision.accept(new Counter(subject, current.map(Counter::value).orElse(0L) + 1)));
        if (!effect.replayed()) {
            world.guarantees.effect(subject, effect.state().value(), sequence);
        }
    }

    private <T> T call(Supplier<T> port) {
        if (world.chance(world.options.crash())) {
            throw new Crash();
        }
        if (world.chance(world.options.storeFault())) {
            throw new StoreFault();
        }
        if (!interleaving && world.chance(world.options.interleave())) {
            interleaving = true;
            try {
                others.run();
            } finally {
                interleaving = false;
            }
        }
        T result = port.get();
        if (world.chance(world.options.crash())) {
            throw new Crash();
        }
        if (world.chance(world.options.storeFault())) {
            throw new StoreFault();
        }
        return result;
    }

    /** A record on its way, and who waits to hear of it. */
    record Answer(OutboxEvent event, Consumer<Exception> answer) {}

    /** Time as this process sees it. */
    private final class OwnClock extends Clock {
        @Override
        public Instant instant() {
            return world.now.plus(clockOffset);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    /** The store as this process reaches it. */
    private final class Faulty implements Documents {
        private final String collection;

        Faulty(String collection) {
            this.collection = collection;
        }

        @Override
        public String name() {
            return collection;
        }

        @Override
        public Document find(String id) {
            return call(() -> world.store.find(collection, id));
        }

        @Override
        public List<Document> findAll(List<String> ids) {
            return ids.stream().map(this::find).filter(Objects::nonNull).toList();
        }

        @Override
        public List<String> due(Instant now, int limit) {
            return List.of();
        }

        @Override
        public boolean insert(Document document) {
            return call(() -> world.store.insert(collection, document));
        }

        @Override
        public Document update(String id, long version, Document set, List<Document> entries) {
            return call(() -> world.store.update(collection, id, version, set, entries));
        }
    }
}
