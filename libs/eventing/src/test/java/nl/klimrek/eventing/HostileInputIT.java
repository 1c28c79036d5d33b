package nl.klimrek.eventing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import nl.klimrek.eventing.deadletter.DeadLetterReplay;
import nl.klimrek.eventing.inbox.EventHandlers;
import nl.klimrek.eventing.inbox.InboxContainerFactory;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

/** Foreign records on a topic of the real broker: each is parked once with its reason, and the good ones around it have their effects. */
class HostileInputIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int HUGE = 48 * 1024 * 1024;

    private final String group = "bad-" + UUID.randomUUID().toString().substring(0, 8);
    private final String topic = CounterCatalogue.TOPIC + "." + group;
    private final EventCatalogue catalogue = new CounterCatalogue(topic);
    private final List<Long> handled = new CopyOnWriteArrayList<>();
    private final KafkaProducer<byte[], byte[]> stranger = new KafkaProducer<>(
            Map.of(
                    "bootstrap.servers",
                    EmbeddedEngines.kafka(),
                    "compression.type",
                    "gzip",
                    "max.request.size",
                    2 * HUGE,
                    "buffer.memory",
                    3L * HUGE,
                    "linger.ms",
                    20),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    private final DefaultKafkaProducerFactory<byte[], byte[]> producers = new DefaultKafkaProducerFactory<>(
            Map.of("bootstrap.servers", EmbeddedEngines.kafka()), new ByteArraySerializer(), new ByteArraySerializer());
    private ConcurrentMessageListenerContainer<byte[], byte[]> container;
    private long sequence;

    @BeforeEach
    void listen() {
        EmbeddedEngines.topics(topic, topic + "." + group + ".dlt", DeadLetterReplay.retryTopic(group));
        EventHandlers handlers = new EventHandlers(group, catalogue)
                .on(CounterCatalogue.Raised.class, (event, meta) -> handled.add(meta.sequence()));
        container = new InboxContainerFactory(
                        Map.of("bootstrap.servers", EmbeddedEngines.kafka()), new KafkaTemplate<>(producers), catalogue)
                .create(handlers, 1);
        container.start();
    }

    @AfterEach
    void stop() {
        container.stop();
        stranger.close();
        producers.destroy();
    }

    @Test
    void foreign_records_are_parked_one_by_one_and_the_rest_is_handled() throws Exception {
        Map<String, ProducerRecord<byte[], byte[]>> bad = new HashMap<>();
        bad.put("not-a-cloudevent", new ProducerRecord<>(topic, key(), bytes("junk")));
        bad.put("foreign-source", with(event(), "ce_source", "/somebody"));
        bad.put("attributes-incomplete", with(event(), "ce_sequence", "first"));
        bad.put("data-is-not-json", with(event(), "content-type", "text/xml"));
        bad.put("data-is-not-its-type", event(bytes("{\"x\":" + "[".repeat(50_000) + "]".repeat(50_000) + "}")));
        bad.put("key-differs-from-partitionkey", with(event(), "ce_partitionkey", "acme/somebody"));
        bad.put("no-key", new ProducerRecord<>(topic, 0, null, null));
        bad.put("too-large", with(event(), "x-padding", "x".repeat(1_000_100)));
        ProducerRecord<byte[], byte[]> twice = event();
        twice.headers().add("ce_id", bytes("another"));
        bad.put("header-twice", twice);
        sequence = 0;
        good();
        for (ProducerRecord<byte[], byte[]> record : bad.values()) {
            stranger.send(record).get();
            good();
        }
        await().atMost(PATIENCE).until(() -> handled.size() == bad.size() + 1);
        assertThat(handled).isSorted().doesNotHaveDuplicates();
        List<ConsumerRecord<byte[], byte[]>> parked = parked(bad.size());
        assertThat(parked.stream().map(HostileInputIT::reason)).containsExactlyInAnyOrderElementsOf(bad.keySet());
        assertThat(parked)
                .filteredOn(record -> reason(record).equals("not-a-cloudevent"))
                .allSatisfy(record -> assertThat(record.value()).isEqualTo(bytes("junk")));
    }

    @Test
    void a_small_record_that_decompresses_into_a_huge_one_is_parked_without_its_bytes() throws Exception {
        good();
        stranger.send(event(new byte[HUGE])).get();
        good();
        await().atMost(PATIENCE).until(() -> handled.equals(List.of(1L, 3L)));
        ConsumerRecord<byte[], byte[]> parked = parked(1).get(0);
        assertThat(reason(parked)).isEqualTo("too-large");
        assertThat(parked.value()).isNull();
        assertThat(text(parked.headers().lastHeader("kafka_dlt-original-topic")))
                .isEqualTo(topic);
        assertThat(parked.headers().lastHeader("kafka_dlt-original-offset")).isNotNull();
    }

    @Test
    void an_uncompressed_topic_refuses_records_that_are_small_only_while_compressed() throws Exception {
        String shut = "shut-" + group;
        EmbeddedEngines.unpackedTopic(shut);
        stranger.send(new ProducerRecord<>(shut, key(), new byte[900_000])).get();
        assertThatThrownBy(() -> stranger.send(new ProducerRecord<>(shut, key(), new byte[HUGE]))
                        .get())
                .hasCauseInstanceOf(RecordTooLargeException.class);
    }

    @Test
    void many_records_that_decompress_into_huge_ones_hold_nothing_up() throws Exception {
        byte[] zeros = new byte[HUGE / 6];
        int bombs = 8;
        for (int i = 0; i < bombs; i++) {
            stranger.send(new ProducerRecord<>(topic, 0, key(), zeros));
        }
        stranger.flush();
        good();
        await().atMost(PATIENCE).until(() -> !handled.isEmpty());
        List<ConsumerRecord<byte[], byte[]>> parked = parked(bombs);
        assertThat(parked)
                .hasSize(bombs)
                .allSatisfy(record -> assertThat(reason(record)).isEqualTo("too-large"));
    }

    @Test
    void an_event_from_an_hour_ago_or_ahead_has_its_effect() throws Exception {
        for (long hours : List.of(-1L, 1L)) {
            long time = System.currentTimeMillis() + Duration.ofHours(hours).toMillis();
            ProducerRecord<byte[], byte[]> event =
                    with(event(), "ce_time", Instant.ofEpochMilli(time).toString());
            stranger.send(new ProducerRecord<>(topic, null, time, event.key(), event.value(), event.headers()))
                    .get();
        }
        await().atMost(PATIENCE).until(() -> handled.equals(List.of(1L, 2L)));
    }

    private void good() throws Exception {
        stranger.send(event()).get();
    }

    private ProducerRecord<byte[], byte[]> event() {
        return event(bytes("{\"counter\":\"n\",\"to\":1}"));
    }

    private ProducerRecord<byte[], byte[]> event(byte[] data) {
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(topic, 0, key(), data);
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        UUID.randomUUID().toString(),
                        "ce_type",
                        CounterCatalogue.TYPE,
                        "ce_source",
                        "/counters",
                        "ce_subject",
                        "n",
                        "ce_time",
                        "2026-11-01T08:00:00Z",
                        "ce_partitionkey",
                        "acme/n",
                        "ce_organisation",
                        "acme")
                .forEach((name, value) -> record.headers().add(name, bytes(value)));
        Map.of(
                        "ce_sequence",
                        Long.toString(++sequence),
                        "ce_correlationid",
                        "c",
                        "ce_actor",
                        "anna",
                        "content-type",
                        "application/json")
                .forEach((name, value) -> record.headers().add(name, bytes(value)));
        return record;
    }

    private static ProducerRecord<byte[], byte[]> with(
            ProducerRecord<byte[], byte[]> record, String name, String value) {
        record.headers().remove(name).add(name, bytes(value));
        return record;
    }

    private List<ConsumerRecord<byte[], byte[]>> parked(int count) {
        List<ConsumerRecord<byte[], byte[]>> parked = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        EmbeddedEngines.kafka(),
                        "group.id",
                        UUID.randomUUID().toString(),
                        "auto.offset.reset",
                        "earliest"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(topic + "." + group + ".dlt"));
            await().atMost(PATIENCE).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(parked::add);
                return parked.size() >= count;
            });
        }
        return parked;
    }

    private static String reason(ConsumerRecord<byte[], byte[]> record) {
        return text(record.headers().lastHeader("klimrek-reason"));
    }

    private static String text(Header header) {
        return new String(header.value(), StandardCharsets.UTF_8);
    }

    private static byte[] key() {
        return bytes("acme/n");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
