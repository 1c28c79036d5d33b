package nl.klimrek.eventing.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import nl.klimrek.eventing.CounterCatalogue;
import nl.klimrek.eventing.CounterCatalogue.Raised;
import nl.klimrek.eventing.RecordFixtures;
import nl.klimrek.eventing.cloudevent.CloudEventReader;
import nl.klimrek.eventing.deadletter.DeadLetterReplay;
import nl.klimrek.eventing.deadletter.FailureKind;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/** A dead letter that is replayed before its group has read up to it: the events before it would have no effect. */
class EarlyReplayTest {

    private static final DeadLetterReplay REPLAY = new DeadLetterReplay("letter", 1, CounterCatalogue.TOPIC, 2, 7, 1);

    private final List<Long> effects = new ArrayList<>();
    private final AtomicBoolean passed = new AtomicBoolean();
    private final List<DeadLetterReplay> asked = new ArrayList<>();

    @Test
    void a_replay_waits_until_the_group_has_read_past_its_place() {
        Stream.of(
                        handlers().on(Raised.class, (event, meta) -> effects.add(meta.sequence())),
                        handlers()
                                .onBatch(
                                        List.of(CounterCatalogue.TOPIC),
                                        events -> events.forEach(event ->
                                                effects.add(event.meta().sequence()))))
                .forEach(this::waitsForItsPlace);
    }

    private void waitsForItsPlace(EventHandlers handlers) {
        effects.clear();
        passed.set(false);
        InboxListener listener =
                new InboxListener(handlers, new CloudEventReader(new CounterCatalogue()), this::isOpenFor);

        assertThatThrownBy(() -> listener.onMessage(List.of(replayed())))
                .satisfies(e -> assertThat(FailureKind.of(e)).isEqualTo(FailureKind.TRANSIENT));
        assertThat(effects).isEmpty();

        passed.set(true);
        listener.onMessage(List.of(replayed()));
        assertThat(effects).containsExactly(1L);
        assertThat(asked).containsOnly(REPLAY);
    }

    private boolean isOpenFor(DeadLetterReplay replay) {
        asked.add(replay);
        return passed.get();
    }

    private static EventHandlers handlers() {
        return new EventHandlers("g", new CounterCatalogue());
    }

    private static ConsumerRecord<byte[], byte[]> replayed() {
        ProducerRecord<byte[], byte[]> sent =
                REPLAY.toRecord(RecordFixtures.good("n1", 1).at(7), "g");
        ConsumerRecord<byte[], byte[]> received = new ConsumerRecord<>(sent.topic(), 0, 0, sent.key(), sent.value());
        sent.headers().forEach(received.headers()::add);
        return received;
    }
}
