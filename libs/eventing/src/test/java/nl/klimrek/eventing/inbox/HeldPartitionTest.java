package nl.klimrek.eventing.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.klimrek.eventing.CounterCatalogue;
import nl.klimrek.eventing.CounterCatalogue.Raised;
import nl.klimrek.eventing.EventMeta;
import nl.klimrek.eventing.RecordFixtures;
import nl.klimrek.eventing.cloudevent.CloudEventReader;
import nl.klimrek.eventing.deadletter.ReplayGate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.listener.BatchListenerFailedException;

/** A record that fails holds its own partition, and the others of its poll have their effects. */
class HeldPartitionTest {

    private final List<String> effects = new ArrayList<>();

    /** The events of "held" fail, in the middle of the poll. */
    private final List<ConsumerRecord<byte[], byte[]>> poll = List.of(
            in(0, 0, "before", 1),
            in(0, 1, "held", 1),
            in(0, 2, "held", 2),
            in(0, 3, "behind", 1),
            in(1, 0, "other", 1),
            in(1, 1, "other", 2),
            in(2, 0, "last", 1));

    @Test
    void events_of_other_partitions_are_handled_behind_one_that_fails() {
        assertNamed(new EventHandlers("g", new CounterCatalogue()).on(Raised.class, (event, meta) -> take(meta)));
        assertThat(effects).containsExactly("before1", "other1", "other2", "last1");
    }

    @Test
    void batches_of_other_partitions_are_handled_behind_one_that_fails() {
        EventHandlers handlers = new EventHandlers("g", new CounterCatalogue())
                .onBatch(List.of(CounterCatalogue.TOPIC), events -> {
                    List<String> taken = new ArrayList<>();
                    events.forEach(event -> taken.add(name(event.meta())));
                    if (taken.contains("held1")) {
                        throw new MongoTimeoutException("away");
                    }
                    effects.addAll(taken);
                });
        assertThat(failure(handlers).getRecord()).as("the first of its batch").isSameAs(poll.get(0));
        assertThat(effects).containsExactly("other1", "other2", "last1");
    }

    @Test
    void a_failed_preprocessor_holds_no_partition() {
        assertNamed(new EventHandlers("g", new CounterCatalogue())
                .preprocess(events -> {
                    throw new MongoTimeoutException("away");
                })
                .on(Raised.class, (event, meta) -> take(meta)));
        assertThat(effects).containsExactly("before1", "other1", "other2", "last1");
    }

    private void take(EventMeta meta) {
        if (meta.subject().equals("held")) {
            throw new MongoTimeoutException("away");
        }
        effects.add(name(meta));
    }

    private void assertNamed(EventHandlers handlers) {
        assertThat(failure(handlers).getRecord()).isSameAs(poll.get(1));
    }

    private BatchListenerFailedException failure(EventHandlers handlers) {
        InboxListener listener =
                new InboxListener(handlers, new CloudEventReader(new CounterCatalogue()), ReplayGate.OPEN);
        List<BatchListenerFailedException> failures = new ArrayList<>();
        assertThatThrownBy(() -> listener.onMessage(poll))
                .isInstanceOfSatisfying(BatchListenerFailedException.class, failures::add);
        return failures.get(0);
    }

    private static String name(EventMeta meta) {
        return meta.subject() + meta.sequence();
    }

    private static ConsumerRecord<byte[], byte[]> in(int partition, long offset, String subject, long sequence) {
        ConsumerRecord<byte[], byte[]> event =
                RecordFixtures.good(subject, sequence).at(0);
        return new ConsumerRecord<>(
                event.topic(),
                partition,
                offset,
                0,
                TimestampType.CREATE_TIME,
                -1,
                -1,
                event.key(),
                event.value(),
                event.headers(),
                Optional.empty());
    }
}
