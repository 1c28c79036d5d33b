package nl.klimrek.eventing.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import nl.klimrek.eventing.CounterCatalogue;
import nl.klimrek.eventing.CounterCatalogue.Raised;
import nl.klimrek.eventing.CounterService.Counter;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.EmbeddedEngines;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.outbox.AggregateOutbox;
import nl.klimrek.eventing.outbox.MongoOutboxStore;
import nl.klimrek.eventing.outbox.OutboxSettings;
import nl.klimrek.eventing.relay.Relay;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** Steps whose write fails, or meets another step right before it. */
class AggregateStoreIT {

    private static final Key KEY = Key.of(new Organisation("acme"), "c1");

    private final MongoCollection<Document> collection =
            EmbeddedEngines.freshDatabase().getCollection("counters");
    private final Deque<Runnable> beforeWrites = new ArrayDeque<>();
    private final Relay relay =
            new Relay(new MongoOutboxStore(), (event, answer) -> {}, Clock.systemUTC(), OutboxSettings.defaults("one"));
    private final List<Integer> reads = new ArrayList<>();
    private final AggregateStore<Counter> counters =
            counters(new Disturbed(new MongoDocumentStore(collection), beforeWrites));
    private final AggregateStore<Counter> others = counters(new MongoDocumentStore(collection));

    @Test
    void a_first_step_that_is_not_stored_hands_nothing_to_the_relay() {
        beforeWrites.add(AggregateStoreIT::away);
        assertThatThrownBy(() -> raise(counters, MessageContext.system("t"))).isInstanceOf(MongoException.class);
        assertThat(relay.sendReady()).isZero();
        raise(counters, MessageContext.system("t"));
        assertThat(relay.sendReady()).isEqualTo(1);
    }

    @Test
    void the_loser_of_a_race_is_answered_with_the_stored_state() {
        raise(counters, MessageContext.system("t"));
        beforeWrites.add(() -> raise(others, MessageContext.system("t")));
        Versioned<Counter> answer = raise(counters, MessageContext.system("t"));
        assertThat(answer.state().value()).isEqualTo(3);
        assertThat(answer).isEqualTo(others.find(KEY).orElseThrow());
    }

    @Test
    void a_failed_write_stores_the_step_with_its_events_or_nothing() {
        for (int good = 0; good < 3; good++) {
            for (int write = 0; write < good; write++) {
                beforeWrites.add(() -> {});
            }
            beforeWrites.add(AggregateStoreIT::away);
            for (int step = 0; step < 3; step++) {
                try {
                    raise(counters, MessageContext.system("t"));
                } catch (MongoException passing) {
                    assertThat(beforeWrites).isEmpty();
                }
                Document stored = collection.find().first();
                int events = stored == null
                        ? 0
                        : stored.getList(AggregateOutbox.FIELD, Document.class).size();
                assertThat(others.find(KEY)
                                .map(counter -> counter.state().value())
                                .orElse(0L))
                        .isEqualTo(events);
            }
        }
        assertThat(others.find(KEY).orElseThrow().state().value()).isEqualTo(6);
    }

    @Test
    void an_event_is_known_from_its_first_effect_on() {
        MessageContext event = MessageContext.system("t").withMarker(new MessageContext.Marker.Event("stream", 1));
        raise(counters, event);
        Versioned<Counter> again = raise(others, event);
        assertThat(again.replayed()).isTrue();
        assertThat(again.state().value()).isEqualTo(1);
    }

    @Test
    void bulk_creation_stores_markers_and_keeps_existing_documents() {
        AggregateStore<Counter> read = new AggregateStore<>(
                AggregateType.readDocument("counters", Counter.class),
                new MongoDocumentStore(collection),
                outbox(),
                new RecentDocuments(0));
        Key other = Key.of(new Organisation("acme"), "c2");
        read.handle(KEY, MessageContext.system("t"), known -> Decision.accept(new Counter("c1", 7)));
        AggregateStore.InitialState<Counter> first = new AggregateStore.InitialState<>(
                MessageContext.system("t").withMarker(new MessageContext.Marker.Event("s", 1)), new Counter("c2", 1));
        assertThat(read.createAll(Map.of(KEY, first, other, first))).containsExactly(other);
        assertThat(read.createAll(Map.of(KEY, first, other, first))).isEmpty();
        assertThat(read.createAll(Map.of())).isEmpty();
        assertThat(read.find(KEY).orElseThrow().state().value()).isEqualTo(7);
        assertThat(read.handle(other, first.cause(), known -> Decision.accept(new Counter("c2", 9))))
                .satisfies(again -> {
                    assertThat(again.state().value()).isEqualTo(1);
                    assertThat(again.version()).isEqualTo(1);
                });
        assertThat(read.handle(
                                other,
                                MessageContext.system("t").withMarker(new MessageContext.Marker.Event("s", 2)),
                                known -> Decision.accept(
                                        new Counter("c2", known.orElseThrow().value() + 1)))
                        .version())
                .isEqualTo(2);
    }

    @Test
    void aggregates_that_publish_events_cannot_be_created_in_bulk() {
        assertThatThrownBy(() -> counters.createAll(Map.of(
                        KEY, new AggregateStore.InitialState<>(MessageContext.system("t"), new Counter("c1", 1)))))
                .isInstanceOf(IllegalStateException.class);
        assertThat(collection.countDocuments()).isZero();
    }

    @Test
    void creating_an_existing_aggregate_decides_on_its_state() {
        beforeWrites.add(() -> raise(others, MessageContext.system("t")));
        Versioned<Counter> answer = counters.create(KEY, MessageContext.system("t"), AggregateStoreIT::raised);
        assertThat(answer.state().value()).isEqualTo(2);
        assertThat(collection.find().first().getList(AggregateOutbox.FIELD, Document.class))
                .as("one event each")
                .hasSize(2);
        assertThat(counters.create(KEY, MessageContext.system("t"), AggregateStoreIT::raised)
                        .state()
                        .value())
                .isEqualTo(3);
    }

    @Test
    void several_are_read_once_and_each_is_decided_on_what_is_stored() {
        Key absent = Key.of(new Organisation("acme"), "c2");
        raise(counters, MessageContext.system("t"));
        MessageContext event = MessageContext.system("t").withMarker(new MessageContext.Marker.Event("stream", 1));
        Map<Key, Function<Optional<Counter>, Decision<Counter>>> deciders =
                Map.of(KEY, AggregateStoreIT::raised, absent, none -> Decision.unchanged());
        counters.handleAll(event, deciders);
        counters.handleAll(event, deciders);
        assertThat(others.find(KEY).orElseThrow().state().value()).isEqualTo(2);
        assertThat(others.find(absent)).isEmpty();
        assertThat(reads).as("one for the first step, one for each time").containsExactly(1, 2, 2);
    }

    @Test
    void one_of_several_documents_that_changed_meanwhile_is_decided_again() {
        raise(counters, MessageContext.system("t"));
        beforeWrites.add(() -> raise(others, MessageContext.system("t")));
        counters.handleAll(MessageContext.system("t"), Map.of(KEY, AggregateStoreIT::raised));
        assertThat(others.find(KEY).orElseThrow().state().value()).isEqualTo(3);
    }

    private AggregateStore<Counter> counters(DocumentStore documents) {
        return new AggregateStore<>(
                new AggregateType<>("counters", Counter.class, Counter::name),
                documents,
                outbox(),
                new RecentDocuments(100_000));
    }

    private AggregateOutbox outbox() {
        return new AggregateOutbox(new CounterCatalogue(), relay, Clock.systemUTC(), OutboxSettings.defaults("one"));
    }

    private static Versioned<Counter> raise(AggregateStore<Counter> counters, MessageContext cause) {
        return counters.handle(KEY, cause, AggregateStoreIT::raised);
    }

    private static Decision<Counter> raised(Optional<Counter> current) {
        Counter next = new Counter(KEY.id(), current.map(Counter::value).orElse(0L) + 1);
        return Decision.accept(next, new Raised(next.name(), next.value()));
    }

    private static void away() {
        throw new MongoException("away");
    }

    /** A real store's documents; the first disturbance that is left comes before the next write. */
    private final class Disturbed extends DocumentStoreDecorator {

        private final Deque<Runnable> beforeWrites;

        Disturbed(DocumentStore documents, Deque<Runnable> beforeWrites) {
            super(documents);
            this.beforeWrites = beforeWrites;
        }

        @Override
        public Document find(String id) {
            reads.add(1);
            return super.find(id);
        }

        @Override
        public List<Document> findAll(List<String> ids) {
            reads.add(ids.size());
            return super.findAll(ids);
        }

        @Override
        public boolean insert(Document document) {
            disturb();
            return super.insert(document);
        }

        @Override
        public Document update(Document before, Document set, List<Document> entries) {
            disturb();
            return super.update(before, set, entries);
        }

        private void disturb() {
            if (!beforeWrites.isEmpty()) {
                beforeWrites.remove().run();
            }
        }
    }
}
