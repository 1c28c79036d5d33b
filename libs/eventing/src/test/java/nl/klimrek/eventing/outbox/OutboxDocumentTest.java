package nl.klimrek.eventing.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.Test;

/** Which instance may relay a document. */
class OutboxDocumentTest {

    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Instant NOW = Instant.parse("2026-11-01T08:00:00Z");

    @Test
    void a_document_that_another_instance_relays_cannot_be_claimed() {
        assertThat(claimable(leased("other", NOW.plusSeconds(10), "other"))).isFalse();
        assertThat(claimable(leased("other", NOW, "other")))
                .as("to its last moment")
                .isFalse();
        assertThat(claimable(leased("other", NOW.plus(LEASE), "other")))
                .as("as long as any lease is")
                .isFalse();
    }

    @Test
    void a_document_with_an_expired_lease_can_be_claimed() {
        assertThat(claimable(leased("other", NOW.minusMillis(1), "other"))).isTrue();
    }

    @Test
    void a_lease_that_is_too_long_comes_from_a_wrong_clock_and_counts_as_expired() {
        assertThat(claimable(leased("other", NOW.plus(LEASE).plusMillis(1), "other")))
                .isTrue();
    }

    @Test
    void a_document_without_a_lease_or_with_the_own_one_can_be_claimed() {
        assertThat(claimable(leased("one", NOW.plusSeconds(10), "other"))).isTrue();
        assertThat(claimable(waiting("other"))).isTrue();
        assertThat(claimable(leased("other", NOW.plusSeconds(10))))
                .as("nothing waits")
                .isTrue();
    }

    @Test
    void the_writer_of_the_oldest_event_can_claim_its_document_at_once() {
        assertThat(claimable(leased("other", NOW.plusSeconds(10), "one", "other")))
                .isTrue();
        assertThat(claimable(leased("other", NOW.plusSeconds(10), "other", "one")))
                .isFalse();
    }

    @Test
    void an_event_is_read_back_as_it_was_written() {
        OutboxEvent event = OutboxEvent.of(
                "id",
                "topic",
                new OutgoingRecord("key", Map.of("ce_id", "id", "a", "b"), new byte[] {1, 2}),
                NOW,
                "one");
        OutboxEvent read = OutboxEvent.of(event.document());
        assertThat(read).usingRecursiveComparison().isEqualTo(event);
        assertThat(read.record())
                .usingRecursiveComparison()
                .isEqualTo(new OutgoingRecord("key", Map.of("ce_id", "id", "a", "b"), new byte[] {1, 2}));
        assertThat(OutboxDocument.events(new Document("outbox", List.of(event.document()))))
                .hasSize(1);
        assertThat(OutboxDocument.events(new Document())).isEmpty();
    }

    @Test
    void an_event_in_the_format_before_blocks_is_read() {
        Document before = new Document("id", "e")
                .append("topic", "t")
                .append("key", "acme/anna")
                .append("headers", new Document("ce_id", "e"))
                .append("data", new Binary(new byte[] {7}))
                .append("time", Date.from(NOW))
                .append("by", "one");
        assertThat(OutboxEvent.of(before).record())
                .usingRecursiveComparison()
                .isEqualTo(new OutgoingRecord("acme/anna", Map.of("ce_id", "e"), new byte[] {7}));
    }

    private static boolean claimable(Document document) {
        return OutboxDocument.claimable(document, "one", NOW, NOW.plus(LEASE));
    }

    private static Document leased(String owner, Instant until, String... writers) {
        return waiting(writers).append(AggregateOutbox.LEASE, OutboxDocument.lease(owner, until));
    }

    private static Document waiting(String... writers) {
        return new Document(
                AggregateOutbox.FIELD,
                Arrays.stream(writers)
                        .map(writer -> OutboxEvent.of(
                                        "id", "t", new OutgoingRecord("k", Map.of(), new byte[0]), NOW, writer)
                                .document())
                        .toList());
    }
}
