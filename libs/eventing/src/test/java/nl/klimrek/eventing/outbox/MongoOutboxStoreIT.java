package nl.klimrek.eventing.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.klimrek.eventing.EmbeddedEngines;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** OutboxStore in the real store. */
class MongoOutboxStoreIT {

    private static final OutboxRef ANNA = new OutboxRef("people", "acme/anna");
    private static final Instant NOW = Instant.parse("2026-11-01T08:00:00Z");
    private static final Duration LEASE = Duration.ofSeconds(30);

    private final MongoCollection<Document> people =
            EmbeddedEngines.freshDatabase().getCollection("people");
    private final MongoOutboxStore outboxes = new MongoOutboxStore();

    @BeforeEach
    void anna() {
        outboxes.add(people);
        people.insertOne(new Document("_id", ANNA.id())
                .append("version", 3L)
                .append(
                        "outbox",
                        Stream.of("e1", "e2", "e3").map(id -> event(id, NOW)).toList()));
    }

    @Test
    void only_acknowledged_events_are_deleted_and_the_version_stays() {
        outboxes.remove(Map.of(ANNA, List.of("e1")));
        assertThat(waiting()).containsExactly("e2", "e3");
        outboxes.remove(Map.of(ANNA, List.of("e1", "e3")));
        assertThat(waiting()).containsExactly("e2");
        assertThat(people.find(new Document("_id", ANNA.id())).first().getLong("version"))
                .isEqualTo(3);
    }

    @Test
    void a_document_belongs_to_one_instance_until_its_lease_expires() {
        assertThat(outboxes.claim(ANNA, "one", NOW, NOW.plus(LEASE)).events())
                .extracting(OutboxEvent::id)
                .containsExactly("e1", "e2", "e3");
        assertThat(outboxes.claim(ANNA, "two", NOW, NOW.plus(LEASE)).heldElsewhere())
                .isTrue();
        Instant later = NOW.plus(LEASE).plusMillis(1);
        assertThat(outboxes.claim(ANNA, "two", later, later.plus(LEASE)).events())
                .hasSize(3);
        assertThat(outboxes.claim(ANNA, "one", later, later.plus(LEASE)).heldElsewhere())
                .isTrue();
    }

    @Test
    void old_events_and_events_from_the_future_are_found() {
        people.insertOne(
                new Document("_id", "acme/future").append("outbox", List.of(event("f", NOW.plusSeconds(3_600)))));
        people.insertOne(new Document("_id", "acme/empty").append("outbox", List.of()));
        Instant after = NOW.plus(LEASE);
        assertThat(found(null, NOW, after)).containsExactly("acme/future");
        assertThat(found(null, NOW.plusMillis(1), after)).containsExactlyInAnyOrder("acme/anna", "acme/future");
        assertThat(outboxes.findPending(null, NOW.plusMillis(1), after, 1)).hasSize(1);
        people.insertOne(new Document("_id", "acme/later")
                .append("outbox", List.of(event("l1", NOW.minusSeconds(9)), event("l2", NOW.plusSeconds(2)))));
        assertThat(outboxes.findPending(NOW.plusSeconds(1), NOW.plusSeconds(3), after, 10))
                .containsExactly(
                        new OutboxStore.PendingDocument(new OutboxRef("people", "acme/later"), NOW.plusSeconds(2)));
    }

    @Test
    void a_lease_that_was_given_back_is_found_at_once_by_any_instance() {
        outboxes.claim(ANNA, "one", NOW, NOW.plus(LEASE));
        Instant after = NOW.plus(LEASE);
        outboxes.release(List.of(ANNA), "two");
        assertThat(found(null, NOW, after)).as("not the lease of another").isEmpty();
        outboxes.release(List.of(ANNA), "one");
        assertThat(found(null, NOW, after)).containsExactly(ANNA.id());
        assertThat(outboxes.claim(ANNA, "two", NOW, after).events()).hasSize(3);
        assertThat(found(null, NOW, after)).isEmpty();
    }

    @Test
    void a_document_whose_outbox_cannot_be_read_does_not_hold_up_the_others() {
        OutboxRef damaged = new OutboxRef("people", "acme/damaged");
        people.insertOne(new Document("_id", damaged.id())
                .append("outbox", List.of(new Document("id", "d1").append("time", Date.from(NOW)))));
        assertThat(outboxes.claimAll(List.of(damaged, ANNA), "one", NOW, NOW.plus(LEASE)))
                .containsOnlyKeys(ANNA);
    }

    private List<String> found(Instant since, Instant before, Instant after) {
        return outboxes.findPending(since, before, after, 10).stream()
                .map(each -> each.ref().id())
                .toList();
    }

    private List<String> waiting() {
        return OutboxDocument.events(people.find(new Document("_id", ANNA.id())).first()).stream()
                .map(OutboxEvent::id)
                .toList();
    }

    private static Document event(String id, Instant time) {
        return OutboxEvent.of(id, "t", new OutgoingRecord("k", Map.of(), new byte[0]), time, "gone")
                .document();
    }
}
