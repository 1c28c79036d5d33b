package nl.klimrek.eventing;

import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import nl.klimrek.eventing.CounterService.Counter;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.eventing.aggregate.AggregateStoreFactory;
import nl.klimrek.eventing.aggregate.AggregateType;
import nl.klimrek.eventing.aggregate.RecentDocuments;
import nl.klimrek.eventing.deadletter.DeadLetterReplay;
import nl.klimrek.eventing.inbox.EventHandlers;
import nl.klimrek.eventing.inbox.InboxContainerFactory;
import nl.klimrek.eventing.metrics.LateEventMetrics;
import nl.klimrek.eventing.outbox.AggregateOutbox;
import nl.klimrek.eventing.outbox.MongoOutboxStore;
import nl.klimrek.eventing.outbox.OutboxSettings;
import nl.klimrek.eventing.relay.Relay;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

/** A consumer group that adds up the events of one stream, and the publisher and the dead letters of its topic. */
public final class SumReader implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    public final String group = "r-" + UUID.randomUUID().toString().substring(0, 8);
    public final String topic = "counters." + group;
    public final String deadLetters = topic + "." + group + ".dlt";
    public final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    /** Sequences that the handler refuses. */
    public final List<Long> refused = new CopyOnWriteArrayList<>();
    /** Sequences whose handling changes nothing. */
    public final List<Long> unchanged = new CopyOnWriteArrayList<>();
    /** Sequences that the handler returned from, in order. */
    public final List<Long> handled = new CopyOnWriteArrayList<>();

    /** Whether dead letters may be replayed now. */
    public volatile boolean replaysOpen = true;

    public volatile LateEventPolicy policy = LateEventPolicy.REJECT;

    private final Organisation organisation =
            new Organisation("o" + UUID.randomUUID().toString().substring(0, 8));
    private final Key sum = Key.of(organisation, "sum");
    private final AggregateStore<Counter> sums;
    private final DefaultKafkaProducerFactory<byte[], byte[]> producers = new DefaultKafkaProducerFactory<>(
            Map.of("bootstrap.servers", EmbeddedEngines.kafka()), new ByteArraySerializer(), new ByteArraySerializer());
    private final KafkaTemplate<byte[], byte[]> kafka = new KafkaTemplate<>(producers);
    private ConcurrentMessageListenerContainer<byte[], byte[]> container;

    public SumReader() {
        EmbeddedEngines.topics(topic, deadLetters, DeadLetterReplay.retryTopic(group));
        MongoOutboxStore outboxes = new MongoOutboxStore();
        OutboxSettings settings = OutboxSettings.defaults("s");
        Relay relay = new Relay(outboxes, (event, answer) -> {}, Clock.systemUTC(), settings);
        sums = new AggregateStoreFactory(
                        EmbeddedEngines.freshDatabase(),
                        outboxes,
                        new AggregateOutbox(new CounterCatalogue(), relay, Clock.systemUTC(), settings),
                        new RecentDocuments(100_000),
                        new LateEventMetrics(meters))
                .create(AggregateType.readDocument("sums", Counter.class));
        start();
    }

    public void start() {
        EventHandlers handlers =
                new EventHandlers(group, new CounterCatalogue(topic)).on(CounterCatalogue.Raised.class, this::add);
        container = new InboxContainerFactory(
                        Map.of("bootstrap.servers", EmbeddedEngines.kafka()), kafka, new CounterCatalogue(topic))
                .countingIn(meters)
                .replayingThrough(replay -> replaysOpen)
                .create(handlers, 1);
        container.start();
    }

    public void stop() {
        container.stop();
    }

    @Override
    public void close() {
        stop();
        producers.destroy();
    }

    private void add(CounterCatalogue.Raised raised, EventMeta meta) {
        if (refused.contains(meta.sequence())) {
            throw new RefusedException(Refusal.of("not-yet"));
        }
        sums.handle(
                sum,
                MessageContext.event(meta).withLateEventPolicy(policy),
                before -> unchanged.contains(meta.sequence())
                        ? Decision.unchanged()
                        : Decision.accept(
                                new Counter("sum", before.map(Counter::value).orElse(0L) + raised.to())));
        handled.add(meta.sequence());
    }

    /** The sum of the numbers of all events that had their effect. */
    public long total() {
        return sums.find(sum).map(found -> found.state().value()).orElse(0L);
    }

    /** Waits until the event with this sequence was handled so often. */
    public void awaitHandled(long sequence, long times) {
        await().atMost(TIMEOUT)
                .until(() -> handled.stream().filter(each -> each == sequence).count() >= times);
    }

    /** Publishes an event to the partition of its key. */
    public void send(long sequence) throws ExecutionException, InterruptedException {
        send(null, sequence);
    }

    /** Publishes an event to this partition. */
    public void send(Integer partition, long sequence) throws ExecutionException, InterruptedException {
        kafka.send(new ProducerRecord<>(
                        topic,
                        partition,
                        null,
                        key(),
                        data(sequence),
                        event(topic, sequence).headers()))
                .get();
    }

    /** Publishes a record that is no replay to the topic for replays. */
    public void sendToRetryTopic(long sequence) throws ExecutionException, InterruptedException {
        kafka.send(new ProducerRecord<>(DeadLetterReplay.retryTopic(group), key(), data(sequence)))
                .get();
    }

    public void replay(ConsumerRecord<byte[], byte[]> letter, int attempt)
            throws ExecutionException, InterruptedException {
        kafka.send(new DeadLetterReplay("letter", attempt, topic, 0, 7, 1).toRecord(letter, group))
                .get();
    }

    /** The letter with another event in it. */
    public ConsumerRecord<byte[], byte[]> copy(ConsumerRecord<byte[], byte[]> letter, long sequence) {
        ProducerRecord<byte[], byte[]> event = event(deadLetters, sequence);
        ConsumerRecord<byte[], byte[]> copy =
                new ConsumerRecord<>(deadLetters, 0, letter.offset(), event.key(), event.value());
        event.headers().forEach(copy.headers()::add);
        return copy;
    }

    /** Waits for so many dead letters. */
    public List<ConsumerRecord<byte[], byte[]>> parked(int many) {
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
            await().atMost(TIMEOUT).until(() -> {
                consumer.poll(Duration.ofMillis(100)).forEach(found::add);
                return found.size() >= many;
            });
        }
        return found;
    }

    private ProducerRecord<byte[], byte[]> event(String target, long sequence) {
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(target, key(), data(sequence));
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

    private byte[] key() {
        return (organisation + "/s").getBytes(StandardCharsets.UTF_8);
    }

    public static byte[] data(long sequence) {
        return ("{\"counter\":\"s\",\"to\":" + sequence + "}").getBytes(StandardCharsets.UTF_8);
    }

    public static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
