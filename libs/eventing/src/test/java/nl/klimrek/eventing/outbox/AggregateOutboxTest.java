package nl.klimrek.eventing.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import nl.klimrek.eventing.CounterCatalogue;
import nl.klimrek.eventing.CounterCatalogue.Raised;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.MovingClock;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.outbox.AggregateOutbox.Pending;
import nl.klimrek.eventing.relay.InMemoryOutboxStore;
import nl.klimrek.eventing.relay.ManualBroker;
import nl.klimrek.eventing.relay.Relay;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class AggregateOutboxTest {

    private static final Key ANNA = Key.of(new Organisation("acme"), "anna");
    private static final OutboxRef REF = new OutboxRef("people", "acme/anna");

    private final MovingClock clock = new MovingClock();
    private final ManualBroker broker = new ManualBroker();
    private final InMemoryOutboxStore outboxes = new InMemoryOutboxStore();
    private final OutboxSettings settings = new OutboxSettings(
            "one", Duration.ofSeconds(30), Duration.ofSeconds(15), Duration.ofMillis(500), 10_000, 3, 2, 10, 100_000);
    private final Relay relay = new Relay(outboxes, broker, clock, settings);
    private final AggregateOutbox outbox = new AggregateOutbox(new CounterCatalogue(), relay, clock, settings);

    @Test
    void an_outbox_takes_events_up_to_its_bound() {
        Document before = written(null, prepare(null, 2));
        assertThat(prepare(before, 1).entries()).hasSize(1);
        assertThatThrownBy(() -> prepare(before, 2))
                .isInstanceOfSatisfying(
                        OutboxFullException.class,
                        e -> assertThat(e.retryAfter()).isEqualTo(Duration.ofSeconds(2)));
    }

    @Test
    void the_number_and_the_writers_of_pending_events_are_known_without_their_records() {
        Document before = written(null, prepare(null, 2))
                .append(
                        AggregateOutbox.LEASE,
                        OutboxDocument.lease("two", clock.instant().plusSeconds(10)));
        Document remembered =
                new Document(before).append(AggregateOutbox.FIELD, AggregateOutbox.withoutRecords(before));
        assertThat(prepare(remembered, 1).leasedUntil())
                .as("the oldest is this instance's own")
                .isNotNull();
        assertThat(prepare(remembered, 1).entries()).hasSize(1);
        assertThatThrownBy(() -> prepare(remembered, 2)).isInstanceOf(OutboxFullException.class);
    }

    @Test
    void events_carry_the_epoch_of_their_stream_after_the_first_one() {
        assertThat(epochHeader(outbox)).isNull();
        assertThat(epochHeader(new AggregateOutbox(new CounterCatalogue(), relay, clock, settings, 3)))
                .isEqualTo("3");
    }

    @Test
    void events_of_a_kind_with_a_prefix_count_from_1_in_streams_of_their_own() {
        Document before = written(null, prepare(null, 2));
        Map<String, String> headers = OutboxEvent.of(outbox.prepare(
                                ANNA,
                                "busy-",
                                before,
                                "anna",
                                MessageContext.system("t"),
                                List.of(new Raised("anna", 3)))
                        .entries()
                        .get(0))
                .record()
                .headers();
        assertThat(headers)
                .containsEntry("ce_subject", "busy-anna")
                .containsEntry("ce_sequence", "1")
                .containsEntry("ce_partitionkey", "acme/anna");
    }

    private static String epochHeader(AggregateOutbox of) {
        return OutboxEvent.of(
                        of.prepare(ANNA, "", null, "anna", MessageContext.system("t"), List.of(new Raised("anna", 1)))
                                .entries()
                                .get(0))
                .record()
                .headers()
                .get("ce_epoch");
    }

    @Test
    void an_event_of_exactly_the_maximum_size_is_accepted() {
        List<Record> large = List.of(new Raised("a".repeat(1_024), 0));
        int bytes = bytes(outbox.prepare(ANNA, "", null, "anna", MessageContext.system("t"), large)
                .entries()
                .get(0));
        assertThat(of(bytes)
                        .prepare(ANNA, "", null, "anna", MessageContext.system("t"), large)
                        .entries())
                .hasSize(1);
        assertThatThrownBy(() -> of(bytes - 1).prepare(ANNA, "", null, "anna", MessageContext.system("t"), large))
                .isInstanceOf(EventTooLargeException.class);
    }

    /** Size of an event's headers and data; all ids have one length. */
    private static int bytes(Document entry) {
        OutgoingRecord record = OutboxEvent.of(entry).record();
        return record.data().length
                + record.headers().entrySet().stream()
                        .mapToInt(header ->
                                header.getKey().length() + header.getValue().length())
                        .sum();
    }

    private AggregateOutbox of(int maxEventBytes) {
        OutboxSettings tight = new OutboxSettings(
                "one",
                settings.lease(),
                settings.sweepInterval(),
                settings.retryAfterFailure(),
                maxEventBytes,
                3,
                2,
                10,
                100_000);
        return new AggregateOutbox(new CounterCatalogue(), relay, clock, tight);
    }

    @Test
    void a_relay_with_too_many_unsent_events_accepts_no_more() {
        for (int left = 1; left <= 3; left++) {
            assertThat(prepare(null, 1).entries()).as("with %s left", left - 1).hasSize(1);
            relay.submit(
                    new OutboxRef("people", "acme/p" + left),
                    List.of(OutboxDocument.events(written(null, prepare(null, 1)))
                            .get(0)),
                    1,
                    clock.instant());
            relay.sendReady();
        }
        assertThatThrownBy(() -> prepare(null, 1)).isInstanceOf(OutboxFullException.class);
    }

    @Test
    void sequences_continue_after_events_were_deleted() {
        Document before = written(null, prepare(null, 2)).append(AggregateOutbox.FIELD, List.of());
        Pending next = prepare(before, 2);
        assertThat(next.entries())
                .extracting(entry -> OutboxEvent.of(entry).record().headers().get("ce_sequence"))
                .containsExactly("3", "4");
    }

    @Test
    void written_events_are_relayed_at_once_under_a_lease() {
        Pending pending = prepare(null, 1);
        assertThat(pending.leasedUntil()).isEqualTo(clock.instant().plus(settings.lease()));
        assertThat(pending.fields()).containsKey(AggregateOutbox.LEASE);
        outbox.written("people", ANNA, pending, written(null, pending));
        assertThat(relay.sendReady()).isEqualTo(1);
    }

    @Test
    void a_document_that_another_instance_relays_is_postponed() {
        Document others = written(null, prepare(null, 1));
        others.getList(AggregateOutbox.FIELD, Document.class).forEach(entry -> entry.put("by", "two"));
        others.append(
                AggregateOutbox.LEASE,
                OutboxDocument.lease("two", clock.instant().plusSeconds(10)));
        Pending pending = prepare(others, 1);
        assertThat(pending.leasedUntil()).isNull();
        assertThat(pending.fields()).doesNotContainKey(AggregateOutbox.LEASE);
        outbox.written("people", ANNA, pending, written(others, pending));
        assertThat(relay.sendReady()).isZero();

        outboxes.hold(REF, OutboxDocument.events(written(others, pending)));
        relay.retryPostponed();
        assertThat(relay.sendReady()).isEqualTo(1);
    }

    @Test
    void a_step_without_events_does_not_call_the_relay() {
        outbox.written("people", ANNA, Pending.NONE, new Document());
        relay.retryPostponed();
        assertThat(outboxes.claims).isZero();
        assertThat(relay.activeDocuments()).isZero();
    }

    private Pending prepare(Document before, int facts) {
        return outbox.prepare(
                ANNA,
                "",
                before,
                "anna",
                MessageContext.system("t"),
                IntStream.range(0, facts)
                        .mapToObj(n -> (Record) new Raised("anna", n))
                        .toList());
    }

    private static Document written(Document before, Pending pending) {
        Document after = before == null ? new Document() : new Document(before);
        after.putAll(pending.fields());
        List<Document> waiting = new ArrayList<>(after.getList(AggregateOutbox.FIELD, Document.class, List.of()));
        waiting.addAll(pending.entries());
        return after.append(AggregateOutbox.FIELD, waiting);
    }
}
