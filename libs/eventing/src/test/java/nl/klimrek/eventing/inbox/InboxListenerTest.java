package nl.klimrek.eventing.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoTimeoutException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.klimrek.eventing.CounterCatalogue;
import nl.klimrek.eventing.CounterCatalogue.Raised;
import nl.klimrek.eventing.EventCatalogue;
import nl.klimrek.eventing.RecordFixtures;
import nl.klimrek.eventing.Refusal;
import nl.klimrek.eventing.RefusedException;
import nl.klimrek.eventing.cloudevent.BoundedBytesDeserializer;
import nl.klimrek.eventing.cloudevent.CloudEventReader;
import nl.klimrek.eventing.cloudevent.MalformedEventException;
import nl.klimrek.eventing.cloudevent.ReceivedEvent;
import nl.klimrek.eventing.deadletter.DeadLetterPublisher;
import nl.klimrek.eventing.deadletter.DeadLetterReplay;
import nl.klimrek.eventing.deadletter.FailureKind;
import nl.klimrek.eventing.deadletter.ReplayGate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.kafka.listener.BatchListenerFailedException;

class InboxListenerTest {

    private static final RecordFixtures JUNK =
            new RecordFixtures("junk", java.util.Map.of(), RecordFixtures.bytes("junk"));

    private final EventCatalogue catalogue = new CounterCatalogue();
    private final List<String> effects = new ArrayList<>();
    private final EventHandlers oneByOne = new EventHandlers("g", catalogue)
            .on(Raised.class, (event, meta) -> effects.add(meta.subject() + meta.sequence()))
            .onTombstone(CounterCatalogue.TOPIC, key -> effects.add("erased " + key));
    private final EventHandlers together = new EventHandlers("g", catalogue)
            .onBatch(
                    List.of(CounterCatalogue.TOPIC),
                    events -> events.forEach(
                            e -> effects.add(e.meta().subject() + e.meta().sequence())))
            .onTombstone(CounterCatalogue.TOPIC, key -> effects.add("erased " + key));

    @Test
    void records_have_their_effects_in_order() {
        for (EventHandlers handlers : List.of(oneByOne, together)) {
            effects.clear();
            deliver(handlers, RecordFixtures.good("n1", 1), RecordFixtures.good("n2", 1), RecordFixtures.good("n1", 2));
            assertThat(effects).containsExactly("n11", "n21", "n12");
        }
    }

    @Test
    void records_before_a_bad_one_have_their_effects_and_the_bad_one_is_named() {
        for (EventHandlers handlers : List.of(oneByOne, together)) {
            effects.clear();
            assertThatThrownBy(
                            () -> deliver(handlers, RecordFixtures.good("n1", 1), JUNK, RecordFixtures.good("n1", 2)))
                    .isInstanceOfSatisfying(
                            BatchListenerFailedException.class,
                            e -> assertThat(offset(e)).isEqualTo(1));
            assertThat(effects).containsExactly("n11");
        }
    }

    @Test
    void a_handler_that_fails_holds_the_rest_back() {
        EventHandlers failing = new EventHandlers("g", catalogue).on(Raised.class, (event, meta) -> {
            if (meta.sequence() == 2) {
                throw new MongoTimeoutException("away");
            }
            effects.add(meta.subject() + meta.sequence());
        });
        assertThatThrownBy(() -> deliver(
                        failing,
                        RecordFixtures.good("n1", 1),
                        RecordFixtures.good("n1", 2),
                        RecordFixtures.good("n1", 3)))
                .isInstanceOfSatisfying(
                        BatchListenerFailedException.class,
                        e -> assertThat(offset(e)).isEqualTo(1));
        assertThat(effects).containsExactly("n11");
    }

    @Test
    void an_event_of_a_type_that_this_version_does_not_know_is_parked_and_not_passed_over() {
        assertThatThrownBy(() -> deliver(oneByOne, RecordFixtures.good("n1", 1).with("ce_type", "counters.raised.v2")))
                .satisfies(e -> assertThat(FailureKind.of(e)).isEqualTo(FailureKind.PERMANENT))
                .satisfies(e -> assertThat(DeadLetterPublisher.reasonCode(e)).isEqualTo("unknown-type"));
    }

    @Test
    void an_event_that_no_handler_needs_is_passed_over_unread() {
        List<ReceivedEvent> ahead = new ArrayList<>();
        EventHandlers others = new EventHandlers("g", catalogue)
                .onTombstone(CounterCatalogue.TOPIC, key -> effects.add("erased " + key))
                .preprocess(ahead::addAll);
        deliver(others, RecordFixtures.good("n1", 1).withValue(RecordFixtures.bytes("not read")));
        assertThat(ahead).isEmpty();
        assertThat(effects).isEmpty();
    }

    @Test
    void an_event_that_no_handler_needs_is_read_when_its_header_does_not_say_so_once() {
        EventHandlers others = new EventHandlers("g", catalogue)
                .onTombstone(CounterCatalogue.TOPIC, key -> effects.add("erased " + key));
        ConsumerRecord<byte[], byte[]> twice = RecordFixtures.good("n1", 1).at(0);
        twice.headers().add("ce_type", RecordFixtures.bytes(CounterCatalogue.TYPE));
        InboxListener listener = new InboxListener(others, new CloudEventReader(catalogue), ReplayGate.OPEN);
        assertThatThrownBy(() -> listener.onMessage(List.of(twice)))
                .satisfies(e -> assertThat(DeadLetterPublisher.reasonCode(e)).isEqualTo("header-twice"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void the_one_failing_record_of_a_batch_is_named_and_those_before_it_have_their_effects(int bad) {
        EventHandlers failing = new EventHandlers("g", catalogue).onBatch(List.of(CounterCatalogue.TOPIC), events -> {
            if (events.stream().anyMatch(event -> event.meta().sequence() == bad)) {
                throw new IllegalStateException("cannot be taken");
            }
            events.forEach(
                    event -> effects.add(event.meta().subject() + event.meta().sequence()));
        });
        assertThatThrownBy(() -> deliver(
                        failing,
                        RecordFixtures.good("n", 1),
                        RecordFixtures.good("n", 2),
                        RecordFixtures.good("n", 3),
                        RecordFixtures.good("n", 4),
                        RecordFixtures.good("n", 5)))
                .isInstanceOfSatisfying(
                        BatchListenerFailedException.class,
                        e -> assertThat(offset(e)).isEqualTo(bad - 1));
        assertThat(effects).isEqualTo(List.of("n1", "n2", "n3", "n4", "n5").subList(0, bad - 1));
    }

    @Test
    void an_unavailable_store_holds_the_whole_batch() {
        EventHandlers failing = new EventHandlers("g", catalogue).onBatch(List.of(CounterCatalogue.TOPIC), events -> {
            effects.add("tried " + events.size());
            throw new MongoTimeoutException("away");
        });
        assertThatThrownBy(() -> deliver(failing, RecordFixtures.good("n", 1), RecordFixtures.good("n", 2)))
                .isInstanceOfSatisfying(
                        BatchListenerFailedException.class,
                        e -> assertThat(offset(e)).isZero());
        assertThat(effects).containsExactly("tried 2");
    }

    @Test
    void a_poll_is_shown_whole_before_its_first_event_is_handled() {
        deliver(
                lookingAhead(),
                RecordFixtures.good("n1", 1),
                RecordFixtures.good("n2", 1).withValue(null),
                RecordFixtures.good("n1", 2));
        deliver(lookingAhead(), RecordFixtures.good("n1", 3));
        assertThat(effects).containsExactly("ahead 1, 2", "n11", "erased acme/n2", "n12", "ahead 3", "n13");
    }

    @Test
    void a_bad_record_ends_the_look_ahead_and_is_named_in_its_turn() {
        assertThatThrownBy(
                        () -> deliver(lookingAhead(), RecordFixtures.good("n1", 1), JUNK, RecordFixtures.good("n1", 2)))
                .isInstanceOfSatisfying(
                        BatchListenerFailedException.class,
                        e -> assertThat(offset(e)).isEqualTo(1));
        assertThat(effects).containsExactly("ahead 1", "n11");
    }

    @Test
    void a_poll_that_cannot_be_preprocessed_is_handled_event_by_event() {
        deliver(
                oneByOne.preprocess(events -> {
                    throw new IllegalStateException("cannot be taken");
                }),
                RecordFixtures.good("n1", 1),
                RecordFixtures.good("n1", 2));
        assertThat(effects).containsExactly("n11", "n12");
    }

    private EventHandlers lookingAhead() {
        return new EventHandlers("g", catalogue)
                .preprocess(events -> effects.add("ahead "
                        + events.stream()
                                .map(event -> "" + event.meta().sequence())
                                .collect(Collectors.joining(", "))))
                .on(Raised.class, (event, meta) -> effects.add(meta.subject() + meta.sequence()))
                .onTombstone(CounterCatalogue.TOPIC, key -> effects.add("erased " + key));
    }

    @Test
    void a_tombstone_is_handled_and_one_under_a_foreign_key_is_refused() {
        for (EventHandlers handlers : List.of(oneByOne, together)) {
            effects.clear();
            deliver(handlers, RecordFixtures.good("n1", 1).withValue(null));
            assertThat(effects).containsExactly("erased acme/n1");
            assertThatThrownBy(() -> deliver(handlers, JUNK.withValue(null)))
                    .hasRootCauseMessage("not a key")
                    .satisfies(
                            e -> assertThat(DeadLetterPublisher.reasonCode(e)).isEqualTo("not-a-key"));
            assertThatThrownBy(() -> deliver(handlers, JUNK.withKey(null).withValue(null)))
                    .satisfies(
                            e -> assertThat(DeadLetterPublisher.reasonCode(e)).isEqualTo("no-key"));
        }
    }

    @Test
    void a_raw_handler_gets_records_unparsed_unless_they_are_too_large() {
        List<ConsumerRecord<byte[], byte[]>> raw = new ArrayList<>();
        EventHandlers handlers = new EventHandlers("g", catalogue).onRaw(CounterCatalogue.TOPIC, raw::add);
        deliver(handlers, JUNK);
        assertThat(raw).hasSize(1);
        for (EventHandlers each : List.of(handlers, together)) {
            assertThatThrownBy(() -> deliver(each, JUNK.withValue(new byte[BoundedBytesDeserializer.MAX_BYTES])))
                    .satisfies(
                            e -> assertThat(DeadLetterPublisher.reasonCode(e)).isEqualTo("too-large"));
        }
    }

    @Test
    void only_the_size_is_kept_of_a_record_above_the_maximum() {
        RecordHeaders headers = new RecordHeaders();
        try (BoundedBytesDeserializer bytes = new BoundedBytesDeserializer()) {
            assertThat(bytes.deserialize("t", headers, ByteBuffer.allocate(BoundedBytesDeserializer.MAX_BYTES)))
                    .hasSize(BoundedBytesDeserializer.MAX_BYTES);
            assertThat(bytes.deserialize("t", headers, (ByteBuffer) null)).isNull();
            assertThat(headers).isEmpty();
            assertThat(bytes.deserialize("t", headers, ByteBuffer.allocate(BoundedBytesDeserializer.MAX_BYTES + 1)))
                    .isNull();
            assertThat(headers.lastHeader(BoundedBytesDeserializer.OVERSIZE).value())
                    .isEqualTo(RecordFixtures.bytes("1000001"));
        }
    }

    @Test
    void a_replay_is_handled_only_if_the_group_reads_its_original_topic() {
        assertThatCode(() -> giveAgain(CounterCatalogue.TOPIC)).doesNotThrowAnyException();
        assertThat(effects).containsExactly("n11");
        assertThatThrownBy(() -> giveAgain("others.v1"))
                .hasRootCauseInstanceOf(MalformedEventException.class)
                .rootCause()
                .hasMessageContaining("not-a-replay");
        assertThat(effects).hasSize(1);
    }

    private void giveAgain(String topic) {
        ProducerRecord<byte[], byte[]> again = new DeadLetterReplay("letter", 1, topic, 0, 7, 1)
                .toRecord(RecordFixtures.good("n1", 1).at(7), "g");
        new InboxListener(oneByOne, new CloudEventReader(catalogue), ReplayGate.OPEN)
                .onMessage(List.of(new ConsumerRecord<>(
                        again.topic(),
                        0,
                        0,
                        0,
                        TimestampType.CREATE_TIME,
                        -1,
                        -1,
                        again.key(),
                        again.value(),
                        again.headers(),
                        Optional.empty())));
    }

    @Test
    void a_failure_is_judged_by_all_its_causes() {
        assertThat(FailureKind.of(new RuntimeException(new MongoTimeoutException("away"))))
                .isEqualTo(FailureKind.TRANSIENT);
        assertThat(FailureKind.of(new TimeoutException("broker"))).isEqualTo(FailureKind.TRANSIENT);
        assertThat(FailureKind.of(new RuntimeException(new MalformedEventException("no-key"))))
                .isEqualTo(FailureKind.PERMANENT);
        assertThat(FailureKind.of(new RefusedException(Refusal.of("no")))).isEqualTo(FailureKind.PERMANENT);
        assertThat(FailureKind.of(new IllegalStateException("?"))).isEqualTo(FailureKind.UNKNOWN);
        assertThat(DeadLetterPublisher.reasonCode(new RuntimeException(new RefusedException(Refusal.of("no")))))
                .isEqualTo("no");
        assertThat(DeadLetterPublisher.reasonCode(new RuntimeException(new IllegalStateException("words"))))
                .isEqualTo("failed-IllegalStateException");
    }

    private void deliver(EventHandlers handlers, RecordFixtures... records) {
        List<ConsumerRecord<byte[], byte[]>> batch = new ArrayList<>();
        for (RecordFixtures record : records) {
            batch.add(record.at(batch.size()));
        }
        new InboxListener(handlers, new CloudEventReader(catalogue), ReplayGate.OPEN).onMessage(batch);
    }

    private static long offset(BatchListenerFailedException failure) {
        return failure.getRecord().offset();
    }
}
