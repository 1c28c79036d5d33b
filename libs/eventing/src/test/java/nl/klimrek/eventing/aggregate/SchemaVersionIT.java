package nl.klimrek.eventing.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import nl.klimrek.eventing.CounterCatalogue;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.EmbeddedEngines;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.outbox.AggregateOutbox;
import nl.klimrek.eventing.outbox.MongoOutboxStore;
import nl.klimrek.eventing.outbox.OutboxSettings;
import nl.klimrek.eventing.relay.Relay;
import org.junit.jupiter.api.Test;

/** Two versions of a service on one database, as in a rolling upgrade. */
class SchemaVersionIT {

    record Before(String name) {}

    record After(String name, String mood) {}

    private static final Key KEY = Key.of(new Organisation("acme"), "anna");

    private static final OutboxSettings SETTINGS = OutboxSettings.defaults("one");

    private final AggregateOutbox outbox = new AggregateOutbox(
            new CounterCatalogue(),
            new Relay(new MongoOutboxStore(), (event, answer) -> {}, Clock.systemUTC(), SETTINGS),
            Clock.systemUTC(),
            SETTINGS);
    private final MongoDatabase database = EmbeddedEngines.freshDatabase();

    @Test
    void the_version_before_keeps_a_field_of_the_version_after() {
        set(store(AggregateType.readDocument("people", After.class)), new After("Anna", "good"));
        set(store(AggregateType.readDocument("people", Before.class)), new Before("Anna B."));
        assertThat(store(AggregateType.readDocument("people", After.class))
                        .find(KEY)
                        .orElseThrow()
                        .state())
                .isEqualTo(new After("Anna B.", "good"));
    }

    @Test
    void the_version_before_reads_but_never_writes_a_document_of_a_newer_schema() {
        set(store(AggregateType.readDocument("people", After.class).withSchema(1)), new After("Anna", "good"));
        AggregateStore<Before> before = store(AggregateType.readDocument("people", Before.class));
        assertThat(before.find(KEY).orElseThrow().state()).isEqualTo(new Before("Anna"));
        assertThatThrownBy(() -> set(before, new Before("Anna B."))).isInstanceOf(NewerSchemaException.class);
        assertThat(before.find(KEY).orElseThrow().version()).isEqualTo(1);
    }

    private <S> AggregateStore<S> store(AggregateType<S> type) {
        return new AggregateStore<>(
                type, new MongoDocumentStore(database.getCollection("people")), outbox, new RecentDocuments(0));
    }

    private static <S> void set(AggregateStore<S> store, S state) {
        store.handle(KEY, MessageContext.system("test"), current -> Decision.accept(state));
    }
}
