package nl.klimrek.eventing.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.mongodb.client.MongoCollection;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nl.klimrek.eventing.CounterCatalogue;
import nl.klimrek.eventing.CounterCatalogue.Raised;
import nl.klimrek.eventing.CounterService.Counter;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.EmbeddedEngines;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.MessageContext.Marker;
import nl.klimrek.eventing.MovingClock;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.mongo.DriverFailure;
import nl.klimrek.eventing.outbox.AggregateOutbox;
import nl.klimrek.eventing.outbox.MongoOutboxStore;
import nl.klimrek.eventing.outbox.OutboxSettings;
import nl.klimrek.eventing.relay.ManualBroker;
import nl.klimrek.eventing.relay.Relay;
import org.bson.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Loads and writes of an aggregate while the driver fails as it does on a replica set. */
class DriverFailuresIT {

    private static final Key KEY = Key.of(new Organisation("acme"), "c1");
    private static final MessageContext COMMAND = MessageContext.command("anna", "key-1", "print");

    private final MongoCollection<Document> collection =
            EmbeddedEngines.freshDatabase().getCollection("counters");
    private final MongoOutboxStore outboxes = new MongoOutboxStore();
    private final ManualBroker broker = new ManualBroker();
    private final MovingClock clock = new MovingClock();
    private final OutboxSettings settings = OutboxSettings.defaults("one");
    private final Relay relay = new Relay(outboxes, broker, clock, settings);
    private final FailingDocuments documents = new FailingDocuments(new MongoDocumentStore(collection));
    private final AggregateStore<Counter> counters = new AggregateStore<>(
            new AggregateType<>("counters", Counter.class, Counter::name),
            documents,
            new AggregateOutbox(new CounterCatalogue(), relay, clock, settings),
            new RecentDocuments(100_000));

    @ParameterizedTest
    @EnumSource
    void a_failed_load_changes_nothing_and_the_next_try_succeeds(DriverFailure failure) {
        documents.failBefore = failure.create();
        assertThat(catchThrowable(() -> raise(COMMAND))).isSameAs(documents.failBefore);
        documents.failBefore = null;
        assertThat(raise(COMMAND)).isEqualTo(new Versioned<>(new Counter("c1", 1), 1, false));
    }

    @ParameterizedTest
    @EnumSource
    void a_command_whose_write_failed_without_effect_is_done_once_when_it_is_repeated(DriverFailure failure) {
        raise(MessageContext.command("anna", "key-0", "print"));
        documents.failAtWrite = failure.create();
        assertThat(catchThrowable(() -> raise(COMMAND))).isSameAs(failed());
        assertThat(raise(COMMAND)).isEqualTo(new Versioned<>(new Counter("c1", 2), 2, false));
        assertThat(sequences()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(names = {"SOCKET_CLOSED", "SOCKET_TIMED_OUT", "WRITE_CONCERN_FAILED", "STEPPED_DOWN", "NO_SERVER"})
    void a_command_whose_write_was_stored_without_an_answer_is_not_done_again(DriverFailure failure) {
        raise(MessageContext.command("anna", "key-0", "print"));
        documents.failAfterWrite = failure.create();
        assertThat(catchThrowable(() -> raise(COMMAND))).isSameAs(failed());
        assertThat(raise(COMMAND)).isEqualTo(new Versioned<>(new Counter("c1", 2), 2, true));
        assertThat(sequences()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(names = {"SOCKET_CLOSED", "WRITE_CONCERN_FAILED"})
    void a_first_write_that_was_stored_without_an_answer_is_not_done_again(DriverFailure failure) {
        documents.failAfterWrite = failure.create();
        assertThat(catchThrowable(() -> raise(COMMAND))).isSameAs(failed());
        assertThat(raise(COMMAND)).isEqualTo(new Versioned<>(new Counter("c1", 1), 1, true));
        assertThat(sequences()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"SOCKET_CLOSED", "WRITE_CONCERN_FAILED"})
    void an_event_whose_effect_was_stored_without_an_answer_has_it_once(DriverFailure failure) {
        MessageContext event = MessageContext.system("t").withMarker(new Marker.Event("stream", 1));
        documents.failAfterWrite = failure.create();
        assertThat(catchThrowable(() -> raise(event))).isSameAs(failed());
        assertThat(raise(event).replayed()).isTrue();
        assertThat(sequences()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"SOCKET_CLOSED", "WRITE_CONCERN_FAILED"})
    void events_that_were_stored_without_an_answer_leave_without_a_sweep(DriverFailure failure) {
        outboxes.add(collection);
        documents.failAfterWrite = failure.create();
        assertThat(catchThrowable(() -> raise(COMMAND))).isSameAs(failed());
        clock.forward(Duration.ofMillis(1));
        relay.retryPostponed();
        assertThat(relay.sendReady()).isEqualTo(1);
        assertThat(broker.waiting()).hasSize(1);
    }

    private Throwable failed() {
        return documents.thrown;
    }

    private int sequences() {
        return collection
                .find()
                .first()
                .getList(AggregateOutbox.FIELD, Document.class)
                .size();
    }

    private Versioned<Counter> raise(MessageContext cause) {
        return counters.handle(KEY, cause, (Optional<Counter> current) -> {
            Counter next = new Counter(KEY.id(), current.map(Counter::value).orElse(0L) + 1);
            return Decision.accept(next, new Raised(next.name(), next.value()));
        });
    }

    /** A real store's documents that fail: each read, or the next write before or after its effect. */
    private static final class FailingDocuments extends DocumentStoreDecorator {

        private RuntimeException failBefore;
        private RuntimeException failAtWrite;
        private RuntimeException failAfterWrite;
        private RuntimeException thrown;

        FailingDocuments(DocumentStore documents) {
            super(documents);
        }

        @Override
        public Document find(String id) {
            if (failBefore != null) {
                throw failBefore;
            }
            return super.find(id);
        }

        @Override
        public boolean insert(Document document) {
            throwOnce(failAtWrite);
            boolean inserted = super.insert(document);
            throwOnce(failAfterWrite);
            return inserted;
        }

        @Override
        public Document update(Document before, Document set, List<Document> entries) {
            throwOnce(failAtWrite);
            Document after = super.update(before, set, entries);
            throwOnce(failAfterWrite);
            return after;
        }

        private void throwOnce(RuntimeException failure) {
            if (failure != null) {
                failAtWrite = null;
                failAfterWrite = null;
                thrown = failure;
                throw failure;
            }
        }
    }
}
