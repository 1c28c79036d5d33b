package nl.klimrek.eventing.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import nl.klimrek.eventing.CounterCatalogue;
import nl.klimrek.eventing.EmbeddedEngines;
import nl.klimrek.eventing.RecordFixtures;
import nl.klimrek.eventing.deadletter.DeadLetterReplay;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

/** Records behind a failed one are delivered without another fetch. */
class RedeliveryIT {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Duration LONGEST_FETCH = Duration.ofSeconds(2);
    private static final int BAD_RECORDS = 20;
    private static final int OTHERS = 30;

    private final String group = "again-" + UUID.randomUUID().toString().substring(0, 8);
    private final String topic = CounterCatalogue.TOPIC + "." + group;
    private final List<String> handled = new CopyOnWriteArrayList<>();
    private final AtomicBoolean storeIsAway = new AtomicBoolean();
    private final AtomicLong failures = new AtomicLong();
    private final DefaultKafkaProducerFactory<byte[], byte[]> producers = new DefaultKafkaProducerFactory<>(
            Map.of("bootstrap.servers", EmbeddedEngines.kafka()), new ByteArraySerializer(), new ByteArraySerializer());
    private final KafkaTemplate<byte[], byte[]> kafka = new KafkaTemplate<>(producers);
    private ConcurrentMessageListenerContainer<byte[], byte[]> container;

    @BeforeEach
    void start() {
        EmbeddedEngines.topics(topic, topic + "." + group + ".dlt", DeadLetterReplay.retryTopic(group));
        EventHandlers handlers = new EventHandlers(group, new CounterCatalogue(topic))
                .on(CounterCatalogue.Raised.class, (event, meta) -> {
                    if (meta.subject().equals("held") && storeIsAway.get()) {
                        failures.incrementAndGet();
                        throw new TransientDataAccessResourceException("away");
                    }
                    handled.add(meta.subject() + meta.sequence());
                });
        container = new InboxContainerFactory(
                        Map.of("bootstrap.servers", EmbeddedEngines.kafka()), kafka, new CounterCatalogue(topic))
                .committingEvery(Duration.ofMillis(100))
                .create(handlers, 1);
    }

    @AfterEach
    void stop() {
        container.stop();
        producers.destroy();
    }

    @Test
    void records_behind_unreadable_ones_do_not_wait_for_a_held_fetch() throws Exception {
        for (int i = 0; i < BAD_RECORDS; i++) {
            kafka.send(new ProducerRecord<>(topic, 0, RecordFixtures.bytes("acme/n"), RecordFixtures.bytes("junk")))
                    .get();
        }
        send(0, "good", 1);
        container.start();

        long begun = System.nanoTime();
        await().atMost(LONGEST_FETCH.multipliedBy(BAD_RECORDS)).until(() -> handled.contains("good1"));
        assertThat(Duration.ofNanos(System.nanoTime() - begun))
                .as("time for %s failed records", BAD_RECORDS)
                .isLessThan(LONGEST_FETCH.multipliedBy(BAD_RECORDS / 4));
        await().atMost(TIMEOUT).until(() -> committed(0) == BAD_RECORDS + 1);
    }

    @Test
    void a_record_that_keeps_failing_does_not_hold_up_other_partitions_and_is_handled_once_it_can_be()
            throws Exception {
        storeIsAway.set(true);
        send(0, "held", 1);
        send(0, "behind", 1);
        container.start();
        await().atMost(TIMEOUT).until(() -> failures.get() > FailedAttempts.MAX_REDELIVERIES);

        send(1, "other", 1);
        await().atMost(TIMEOUT).until(() -> handled.contains("other1"));
        assertThat(handled).doesNotContain("held1", "behind1");
        assertThat(committed(0)).isZero();

        storeIsAway.set(false);
        await().atMost(TIMEOUT).until(() -> handled.contains("behind1"));
        assertThat(handled).containsExactly("other1", "held1", "behind1");
        await().atMost(TIMEOUT).until(() -> committed(0) == 2);
    }

    @Test
    void a_record_that_keeps_failing_is_tried_at_its_own_pace_and_others_are_read_at_theirs() throws Exception {
        storeIsAway.set(true);
        send(1, "held", 1);
        container.start();
        await().atMost(TIMEOUT).until(() -> failures.get() > 2 * FailedAttempts.MAX_REDELIVERIES);

        long before = failures.get();
        for (int other = 1; other <= OTHERS; other++) {
            String name = "other" + other;
            send(other % 2 * 2, "other", other);
            await().atMost(TIMEOUT).until(() -> handled.contains(name));
        }
        assertThat(failures.get() - before)
                .as("attempts while %s other events came one after another", OTHERS)
                .isLessThan(OTHERS / 2);
        await().atMost(TIMEOUT).until(() -> committed(0) == OTHERS / 2 && committed(2) == OTHERS / 2);
        assertThat(committed(1)).isZero();

        storeIsAway.set(false);
        await().atMost(TIMEOUT).until(() -> handled.contains("held1"));
        await().atMost(TIMEOUT).until(() -> committed(1) == 1);
        assertThat(handled).as("each once").doesNotHaveDuplicates().hasSize(OTHERS + 1);
    }

    @Test
    void partitions_behind_a_failed_record_of_the_poll_are_committed_only_after_their_effect() throws Exception {
        storeIsAway.set(true);
        send(0, "held", 1);
        send(1, "held", 1);
        send(2, "held", 1);
        container.start();

        await().atMost(TIMEOUT).until(() -> failures.get() > 2);
        container.stop();
        assertThat(List.of(committed(0), committed(1), committed(2))).containsOnly(0L);
    }

    private void send(int partition, String subject, long sequence) throws ExecutionException, InterruptedException {
        var event = RecordFixtures.good(subject, sequence).at(sequence);
        kafka.send(new ProducerRecord<>(topic, partition, event.key(), event.value(), event.headers()))
                .get();
    }

    private long committed(int partition) throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", EmbeddedEngines.kafka()))) {
            var offset = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .get(new TopicPartition(topic, partition));
            return offset == null ? 0 : offset.offset();
        }
    }
}
