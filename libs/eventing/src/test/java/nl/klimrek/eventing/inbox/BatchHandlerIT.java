package nl.klimrek.eventing.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.MongoTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import nl.klimrek.eventing.CounterCatalogue;
import nl.klimrek.eventing.EmbeddedEngines;
import nl.klimrek.eventing.RecordFixtures;
import nl.klimrek.eventing.cloudevent.ReceivedEvent;
import nl.klimrek.eventing.deadletter.DeadLetterPublisher;
import nl.klimrek.eventing.deadletter.DeadLetterReplay;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

/** Failures of a handler that gets whole batches, as the journal's does, with the real broker. */
class BatchHandlerIT {

    private static final int MANY = 60;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String group = "polls-" + UUID.randomUUID().toString().substring(0, 8);
    private final String topic = CounterCatalogue.TOPIC + "." + group;
    private final String letters = topic + "." + group + ".dlt";
    private final Set<Long> stored = Collections.synchronizedSet(new LinkedHashSet<>());
    private final AtomicInteger tries = new AtomicInteger();
    private final DefaultKafkaProducerFactory<byte[], byte[]> producers = new DefaultKafkaProducerFactory<>(
            Map.of("bootstrap.servers", EmbeddedEngines.kafka()), new ByteArraySerializer(), new ByteArraySerializer());
    private ConcurrentMessageListenerContainer<byte[], byte[]> container;

    @BeforeEach
    void make() {
        EmbeddedEngines.topics(topic, letters, DeadLetterReplay.retryTopic(group));
    }

    @AfterEach
    void stop() {
        container.stop();
        producers.destroy();
    }

    @Test
    void records_wait_in_order_while_the_store_is_away_and_none_is_parked() {
        listen(event -> {
            if (tries.incrementAndGet() <= 5) {
                throw new MongoTimeoutException("away");
            }
        });
        awaitAllBut(Set.of());
        assertThat(tries).hasValueGreaterThanOrEqualTo(5 + MANY);
        assertThat(parked()).isEmpty();
    }

    @Test
    void an_unknown_failure_that_passes_parks_nothing() {
        listen(event -> {
            if (tries.incrementAndGet() <= 2) {
                throw new IllegalStateException("once");
            }
        });
        awaitAllBut(Set.of());
        assertThat(parked()).isEmpty();
    }

    @Test
    void one_bad_record_of_a_batch_is_parked_alone() {
        listen(event -> {
            if (event.meta().sequence() == 37) {
                throw new IllegalStateException("never");
            }
        });
        awaitAllBut(Set.of(37L));
        assertThat(parked()).singleElement().satisfies(record -> {
            assertThat(record.headers().lastHeader("ce_sequence").value()).isEqualTo(RecordFixtures.bytes("37"));
            assertThat(record.headers().lastHeader(DeadLetterPublisher.REASON).value())
                    .isEqualTo(RecordFixtures.bytes("failed-IllegalStateException"));
        });
    }

    /** All are there before the first poll, so that they come together. */
    private void listen(Consumer<ReceivedEvent> each) {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", EmbeddedEngines.kafka()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            for (int sequence = 1; sequence <= MANY; sequence++) {
                ConsumerRecord<byte[], byte[]> good =
                        RecordFixtures.good("n", sequence).at(sequence);
                producer.send(new ProducerRecord<>(topic, null, good.key(), good.value(), good.headers()));
            }
        }
        EventHandlers handlers = new EventHandlers(group, new CounterCatalogue(topic))
                .onBatch(
                        List.of(topic),
                        events -> events.forEach(event -> {
                            each.accept(event);
                            stored.add(event.meta().sequence());
                        }));
        container = new InboxContainerFactory(
                        Map.of("bootstrap.servers", EmbeddedEngines.kafka()),
                        new KafkaTemplate<>(producers),
                        new CounterCatalogue(topic))
                .create(handlers, 1);
        container.start();
    }

    private void awaitAllBut(Set<Long> never) {
        await().atMost(PATIENCE).until(() -> stored.size() == MANY - never.size());
        assertThat(List.copyOf(stored)).isSorted().allMatch(sequence -> !never.contains(sequence));
    }

    private List<ConsumerRecord<byte[], byte[]>> parked() {
        List<ConsumerRecord<byte[], byte[]>> parked = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", EmbeddedEngines.kafka()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> places = consumer.partitionsFor(letters).stream()
                    .map(place -> new TopicPartition(letters, place.partition()))
                    .toList();
            consumer.assign(places);
            consumer.seekToBeginning(places);
            Map<TopicPartition, Long> ends = consumer.endOffsets(places);
            while (places.stream().anyMatch(place -> consumer.position(place) < ends.get(place))) {
                consumer.poll(Duration.ofMillis(100)).forEach(parked::add);
            }
        }
        return parked;
    }
}
