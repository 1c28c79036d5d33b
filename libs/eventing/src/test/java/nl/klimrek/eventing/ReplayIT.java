package nl.klimrek.eventing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import nl.klimrek.eventing.CounterService.Counter;
import nl.klimrek.eventing.inbox.DeadLetterReplay;
import nl.klimrek.eventing.inbox.EventHandlers;
import nl.klimrek.eventing.inbox.InboxContainerFactory;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
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

/** A parked record is replayed to the group that parked it, perhaps after later events of its stream. */
class ReplayIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String group = "r-" + UUID.randomUUID().toString().substring(0, 8);
    private final String topic = "counters." + group;
    private final String deadLetters = topic + "." + group + ".dlt";
    private final Organisation organisation =
            new Organisation("o" + UUID.randomUUID().toString().substring(0, 8));
    private final Key sum = Key.of(organisation, "sum");
    private final MongoDatabase database = EmbeddedEngines.freshDatabase();
    private final CounterService service = new CounterService("s", database, false);
    private final DefaultKafkaProducerFactory<byte[], byte[]> producers = new DefaultKafkaProducerFactory<>(
            Map.of("bootstrap.servers", EmbeddedEngines.kafka()), new ByteArraySerializer(), new ByteArraySerializer());
    private final KafkaTemplate<byte[], byte[]> kafka = new KafkaTemplate<>(producers);
    private final List<Long> refused = new CopyOnWriteArrayList<>();
    private final List<Long> handled = new CopyOnWriteArrayList<>();
    private volatile LateEventPolicy overtaken = LateEventPolicy.REJECT;
    private ConcurrentMessageListenerContainer<byte[], byte[]> container;

    @BeforeEach
    void listen() {
        EmbeddedEngines.topics(topic, deadLetters, DeadLetterReplay.retryTopic(group));
        EventHandlers handlers =
                new EventHandlers(group, new CounterCatalogue(topic)).on(CounterCatalogue.Raised.class, this::add);
        container = new InboxContainerFactory(
                        Map.of("bootstrap.servers", EmbeddedEngines.kafka()), kafka, new CounterCatalogue(topic))
                .create(handlers, 1);
        container.start();
    }

    @AfterEach
    void stop() throws InterruptedException {
        container.stop();
        producers.destroy();
        service.close();
    }

    @Test
    void what_was_parked_has_its_effect_once_however_often_it_is_given_again() throws Exception {
        refused.add(1L);
        send(1);
        ConsumerRecord<byte[], byte[]> letter = parked(1).get(0);
        refused.clear();

        replay(letter, 1);
        replay(letter, 1);
        replay(letter, 2);
        send(2);

        await().atMost(PATIENCE).until(() -> handled.contains(2L));
        await().atMost(PATIENCE)
                .until(() -> handled.stream().filter(sequence -> sequence == 1).count() == 3);
        assertThat(total()).isEqualTo(1 + 2);
        assertThat(letter.value()).isEqualTo(data(1));
    }

    @Test
    void an_event_overtaken_by_later_ones_is_refused_and_parked_again_unless_its_handler_says_otherwise()
            throws Exception {
        ConsumerRecord<byte[], byte[]> letter = overtakenLetter();

        replay(letter, 1);

        ConsumerRecord<byte[], byte[]> again = parked(2).get(1);
        assertThat(header(again, "klimrek-reason")).isEqualTo("overtaken");
        assertThat(again.value()).isEqualTo(letter.value());
        assertThat(DeadLetterReplay.parse(again.headers()).orElseThrow().letter())
                .isEqualTo("letter");
        assertThat(total()).isEqualTo(1 + 3);
    }

    @Test
    void an_overtaken_event_whose_order_does_not_matter_still_has_its_effect_once() throws Exception {
        ConsumerRecord<byte[], byte[]> letter = overtakenLetter();
        overtaken = LateEventPolicy.APPLY;

        replay(letter, 1);
        replay(letter, 2);

        await().atMost(PATIENCE)
                .until(() -> handled.stream().filter(sequence -> sequence == 2).count() == 2);
        assertThat(total()).isEqualTo(1 + 2 + 3);
    }

    @Test
    void an_overtaken_event_that_a_later_one_contains_is_passed_over() throws Exception {
        ConsumerRecord<byte[], byte[]> letter = overtakenLetter();
        overtaken = LateEventPolicy.IGNORE;

        replay(letter, 1);

        await().atMost(PATIENCE).until(() -> handled.contains(2L));
        assertThat(total()).isEqualTo(1 + 3);
    }

    @Test
    void an_event_that_had_its_effect_is_not_taken_for_an_overtaken_one() throws Exception {
        ConsumerRecord<byte[], byte[]> letter = overtakenLetter();
        overtaken = LateEventPolicy.APPLY;
        replay(copy(letter, 3), 1);
        replay(copy(letter, 1), 1);

        await().atMost(PATIENCE).until(() -> handled.size() == 4);
        assertThat(total()).isEqualTo(1 + 3);
    }

    @Test
    void what_is_no_replay_is_parked_and_the_rest_goes_on() throws Exception {
        kafka.send(new ProducerRecord<>(DeadLetterReplay.retryTopic(group), key(), data(1)))
                .get();
        send(1);

        assertThat(header(parked(1).get(0), "klimrek-reason")).isEqualTo("not-a-replay");
        await().atMost(PATIENCE).until(() -> handled.contains(1L));
    }

    private void add(CounterCatalogue.Raised raised, EventMeta meta) {
        if (!meta.organisation().equals(organisation)) {
            return;
        }
        if (refused.contains(meta.sequence())) {
            throw new RefusedException(Refusal.of("not-yet"));
        }
        service.counters.handle(
                sum,
                MessageContext.event(meta).withLateEventPolicy(overtaken),
                before -> Decision.accept(
                        new Counter("sum", before.map(Counter::value).orElse(0L) + raised.to())));
        handled.add(meta.sequence());
    }

    /** Of the second of three events; the first and the third had their effect. */
    private ConsumerRecord<byte[], byte[]> overtakenLetter() throws ExecutionException, InterruptedException {
        refused.add(2L);
        send(1);
        send(2);
        send(3);
        ConsumerRecord<byte[], byte[]> letter = parked(1).get(0);
        await().atMost(PATIENCE).until(() -> handled.contains(3L));
        refused.clear();
        return letter;
    }

    private void send(long sequence) throws ExecutionException, InterruptedException {
        kafka.send(new ProducerRecord<>(
                        topic,
                        null,
                        null,
                        key(),
                        data(sequence),
                        event(topic, sequence).headers()))
                .get();
    }

    private ProducerRecord<byte[], byte[]> event(String topic, long sequence) {
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(topic, key(), data(sequence));
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        "e" + sequence,
                        "ce_type",
                        CounterCatalogue.TYPE,
                        "ce_source",
                        "/counters",
                        "ce_subject",
                        "s",
                        "ce_time",
                        "2026-11-22T09:00:00Z",
                        "ce_partitionkey",
                        organisation + "/s",
                        "ce_sequence",
                        Long.toString(sequence),
                        "ce_organisation",
                        organisation.value(),
                        "content-type",
                        "application/json")
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        record.headers()
                .add("ce_correlationid", "c".getBytes(StandardCharsets.UTF_8))
                .add("ce_actor", "a".getBytes(StandardCharsets.UTF_8));
        return record;
    }

    private ConsumerRecord<byte[], byte[]> copy(ConsumerRecord<byte[], byte[]> letter, long sequence) {
        ProducerRecord<byte[], byte[]> event = event(deadLetters, sequence);
        ConsumerRecord<byte[], byte[]> copy =
                new ConsumerRecord<>(deadLetters, 0, letter.offset(), event.key(), event.value());
        event.headers().forEach(copy.headers()::add);
        return copy;
    }

    private void replay(ConsumerRecord<byte[], byte[]> letter, int attempt)
            throws ExecutionException, InterruptedException {
        kafka.send(new DeadLetterReplay("letter", attempt, topic, 0, 7, 1).toRecord(letter, group))
                .get();
    }

    private List<ConsumerRecord<byte[], byte[]>> parked(int many) {
        List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", EmbeddedEngines.kafka()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> all = consumer.partitionsFor(deadLetters).stream()
                    .map(partition -> new TopicPartition(deadLetters, partition.partition()))
                    .toList();
            consumer.assign(all);
            consumer.seekToBeginning(all);
            await().atMost(PATIENCE).until(() -> {
                consumer.poll(Duration.ofMillis(100)).forEach(found::add);
                return found.size() >= many;
            });
        }
        return found;
    }

    private long total() {
        return service.counters.find(sum).orElseThrow().state().value();
    }

    private byte[] key() {
        return (organisation + "/s").getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] data(long sequence) {
        return ("{\"counter\":\"s\",\"to\":" + sequence + "}").getBytes(StandardCharsets.UTF_8);
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
