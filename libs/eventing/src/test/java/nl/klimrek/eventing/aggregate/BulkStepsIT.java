package nl.klimrek.eventing.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoCollection;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import nl.klimrek.eventing.CounterCatalogue;
import nl.klimrek.eventing.CounterCatalogue.Raised;
import nl.klimrek.eventing.CounterService.Counter;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.EmbeddedEngines;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.outbox.AggregateOutbox;
import nl.klimrek.eventing.outbox.MongoOutboxStore;
import nl.klimrek.eventing.outbox.OutboxSettings;
import nl.klimrek.eventing.relay.Relay;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** Steps of many aggregates that are written together. */
class BulkStepsIT {

    private static final Organisation ACME = new Organisation("acme");

    private final MongoCollection<Document> collection =
            EmbeddedEngines.freshDatabase().getCollection("counters");
    private final List<String> sent = new ArrayList<>();
    private final Relay relay = new Relay(
            new MongoOutboxStore(),
            (event, answer) -> {
                sent.add(event.id());
                answer.accept(null);
            },
            Clock.systemUTC(),
            OutboxSettings.defaults("one"));
    private final AggregateStore<Counter> counters = counters();
    private final AggregateStore<Counter> others = counters();

    @Test
    void each_aggregate_gets_all_its_steps_in_order_and_their_events() {
        take(List.of(event(1, "a"), event(1, "b"), event(2, "a")));
        assertThat(value("a")).isEqualTo(2);
        assertThat(value("b")).isEqualTo(1);
        assertThat(pending("a")).isEqualTo(2);
        assertThat(collection.find(new Document("_id", "acme/a")).first().get("version"))
                .as("one write")
                .isEqualTo(1L);

        take(List.of(event(3, "a"), event(4, "a"), event(2, "b")));
        assertThat(value("a")).isEqualTo(4);
        assertThat(value("b")).isEqualTo(2);
        assertThat(pending("a")).isEqualTo(4);
        assertThat(collection.find(new Document("_id", "acme/a")).first().get("version"))
                .isEqualTo(2L);
    }

    @Test
    void a_step_that_was_taken_changes_nothing_when_it_comes_again() {
        take(List.of(event(1, "a"), event(2, "a"), event(1, "b")));
        take(List.of(event(1, "a"), event(2, "a"), event(3, "a")));
        counters.handle(key("b"), context(1), raise("b"));
        assertThat(value("a")).isEqualTo(3);
        assertThat(value("b")).isEqualTo(1);
        assertThat(pending("a")).isEqualTo(3);
    }

    @Test
    void an_aggregate_that_another_changed_meanwhile_is_named_and_not_overwritten() {
        take(List.of(event(1, "a"), event(1, "b")));
        List<AggregateStep<Counter>> steps = List.of(
                new AggregateStep<>(key("a"), context(2), found -> {
                    others.handle(key("a"), MessageContext.system("t"), raise("a"));
                    return raise("a").apply(found);
                }),
                event(2, "b"),
                new AggregateStep<>(key("new"), context(1), found -> {
                    others.handle(key("new"), MessageContext.system("t"), raise("new"));
                    return raise("new").apply(found);
                }));
        assertThat(counters.handleTogether(steps)).containsExactlyInAnyOrder(key("a"), key("new"));
        assertThat(value("a")).isEqualTo(2);
        assertThat(value("b")).isEqualTo(2);
        assertThat(value("new")).isEqualTo(1);
    }

    @Test
    void read_documents_that_another_changed_meanwhile_are_named_too() {
        AggregateStore<Counter> read = readDocuments();
        AggregateStore<Counter> other = readDocuments();
        read.handleTogether(List.of(plain("a", read, false), plain("b", read, false)));
        assertThat(read.handleTogether(List.of(plain("a", other, false), plain("b", other, true))))
                .containsExactly(key("b"));
        assertThat(read.find(key("a")).orElseThrow().state().value()).isEqualTo(2);
        assertThat(read.find(key("b")).orElseThrow().state().value()).isEqualTo(2);
    }

    @Test
    void an_aggregate_with_a_refused_step_gets_none_of_its_steps() {
        List<AggregateStep<Counter>> steps = List.of(
                event(1, "a"),
                new AggregateStep<>(key("a"), context(2), found -> Decision.refuse("no")),
                event(1, "b"));
        assertThat(counters.handleTogether(steps)).containsExactly(key("a"));
        assertThat(counters.find(key("a"))).isEmpty();
        assertThat(value("b")).isEqualTo(1);
    }

    @Test
    void steps_are_taken_also_when_they_cannot_be_taken_together() {
        take(List.of(event(1, "a")));
        boolean[] once = {true};
        counters.handleAll(MessageContext.system("t"), Map.of(key("a"), found -> {
            if (once[0]) {
                once[0] = false;
                others.handle(key("a"), MessageContext.system("t"), raise("a"));
            }
            return raise("a").apply(found);
        }));
        assertThat(value("a")).isEqualTo(3);
    }

    @Test
    void the_relay_sends_the_events_of_all_steps() {
        for (int sequence = 1; sequence <= 2; sequence++) {
            int each = sequence;
            counters.handleTogether(IntStream.rangeClosed(1, 20)
                    .mapToObj(number -> event(each, "c" + number))
                    .toList());
        }
        while (relay.sendReady() > 0) {
            // Answers come at once.
        }
        assertThat(sent).hasSize(40).doesNotHaveDuplicates();
    }

    @Test
    void a_failing_decider_ends_all() {
        assertThatThrownBy(() -> counters.handleTogether(
                        List.of(event(1, "a"), new AggregateStep<>(key("b"), context(1), found -> {
                            throw new IllegalStateException("bad");
                        }))))
                .hasMessage("bad");
    }

    private void take(List<AggregateStep<Counter>> steps) {
        assertThat(counters.handleTogether(steps)).isEmpty();
    }

    private static AggregateStep<Counter> event(long sequence, String name) {
        return new AggregateStep<>(key(name), context(sequence), raise(name));
    }

    /** A step without an event; another may come right before its write. */
    private static AggregateStep<Counter> plain(String name, AggregateStore<Counter> other, boolean raced) {
        Function<Optional<Counter>, Decision<Counter>> next = found ->
                Decision.accept(new Counter(name, found.map(Counter::value).orElse(0L) + 1));
        return new AggregateStep<>(key(name), MessageContext.system("t"), found -> {
            if (raced) {
                other.handle(key(name), MessageContext.system("t"), next);
            }
            return next.apply(found);
        });
    }

    private static Function<Optional<Counter>, Decision<Counter>> raise(String name) {
        return found -> {
            Counter next = new Counter(name, found.map(Counter::value).orElse(0L) + 1);
            return Decision.accept(next, new Raised(next.name(), next.value()));
        };
    }

    private static MessageContext context(long sequence) {
        return MessageContext.system("t").withMarker(new MessageContext.Marker.Event("stream", sequence));
    }

    private static Key key(String name) {
        return Key.of(ACME, name);
    }

    private long value(String name) {
        return others.find(key(name)).orElseThrow().state().value();
    }

    private int pending(String name) {
        return collection
                .find(new Document("_id", key(name).value()))
                .first()
                .getList(AggregateOutbox.FIELD, Document.class)
                .size();
    }

    private AggregateStore<Counter> counters() {
        return store(new AggregateType<>("counters", Counter.class, Counter::name));
    }

    private AggregateStore<Counter> readDocuments() {
        return store(AggregateType.readDocument("counters", Counter.class));
    }

    private AggregateStore<Counter> store(AggregateType<Counter> type) {
        return new AggregateStore<>(
                type,
                new MongoDocumentStore(collection),
                new AggregateOutbox(new CounterCatalogue(), relay, Clock.systemUTC(), OutboxSettings.defaults("one")),
                new RecentDocuments(100_000));
    }
}
