package nl.klimrek.eventing.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.klimrek.eventing.EmbeddedEngines;
import nl.klimrek.eventing.RecordFixtures;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;

/** What comes in during a pause is in the poll after it, although the broker answered the request before the pause. */
class GatheringIT {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Duration GATHER_TIME = Duration.ofSeconds(2);
    private static final int MORE = 5;

    private final String topic = "gathering-" + UUID.randomUUID().toString().substring(0, 8);
    private final DefaultKafkaProducerFactory<byte[], byte[]> producers = new DefaultKafkaProducerFactory<>(
            Map.of("bootstrap.servers", EmbeddedEngines.kafka()), new ByteArraySerializer(), new ByteArraySerializer());
    private final KafkaTemplate<byte[], byte[]> kafka = new KafkaTemplate<>(producers);
    private InboxConsumer consumer;

    @BeforeEach
    void start() {
        EmbeddedEngines.topics(topic);
        consumer = new InboxConsumer(
                new HashMap<>(Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        EmbeddedEngines.kafka(),
                        ConsumerConfig.GROUP_ID_CONFIG,
                        topic,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                        (int) TIMEOUT.toMillis(),
                        ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
                        ByteArrayDeserializer.class,
                        ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
                        ByteArrayDeserializer.class)),
                GATHER_TIME);
        consumer.subscribe(List.of(topic));
    }

    @AfterEach
    void stop() {
        consumer.close();
        producers.destroy();
    }

    @Test
    void records_of_a_pause_come_with_the_first_one_of_them() throws InterruptedException {
        send(1);
        assertThat(firstPoll().count()).isEqualTo(1);
        // This one answers the request that the consumer has sent already.
        Thread sender = new Thread(() -> {
            for (int i = 0; i <= MORE; i++) {
                send(2 + i);
            }
        });
        sender.start();
        sender.join();
        long begun = System.nanoTime();
        ConsumerRecords<byte[], byte[]> gathered = consumer.poll(TIMEOUT);
        assertThat(gathered.count()).isEqualTo(MORE + 1);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(GATHER_TIME.multipliedBy(5));
    }

    @Test
    void a_record_after_a_quiet_time_does_not_wait_for_others() {
        send(1);
        assertThat(firstPoll().count()).isEqualTo(1);
        assertThat(consumer.poll(Duration.ZERO).isEmpty()).isTrue();
        send(2);
        long begun = System.nanoTime();
        assertThat(consumer.poll(TIMEOUT).count()).isEqualTo(1);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(GATHER_TIME);
    }

    private ConsumerRecords<byte[], byte[]> firstPoll() {
        return await().atMost(TIMEOUT)
                .until(() -> consumer.poll(Duration.ofMillis(100)), records -> !records.isEmpty());
    }

    private void send(int sequence) {
        kafka.send(new ProducerRecord<>(topic, 0, RecordFixtures.bytes("acme/n"), RecordFixtures.bytes("r" + sequence)))
                .join();
    }
}
