package nl.klimrek.testkit.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import nl.klimrek.contracts.Contracts;
import nl.klimrek.contracts.TopicDefinition;
import nl.klimrek.eventing.inbox.EventHandlers;
import nl.klimrek.servicekit.events.ContractCatalogue;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Gives a running service every released event of every topic it reads, over the broker and into its real handlers, in an
 * organisation of its own, and judges that it handled all of them and parked none.
 */
public final class ReleasedEvents {

    private static final Duration TIMEOUT = Duration.ofSeconds(90);
    private static final ContractCatalogue CATALOGUE = new ContractCatalogue();

    private final EventHandlers reader;
    private final String bootstrap;
    private String organisation = "released-" + UUID.randomUUID().toString().substring(0, 8);
    private @Nullable String person;
    private final Map<String, String> sources = new HashMap<>();
    private final Map<TopicPartition, Long> sent = new HashMap<>();

    private ReleasedEvents(EventHandlers reader, String bootstrap) {
        this.reader = reader;
        this.bootstrap = bootstrap;
    }

    /** Fails when this reader does not get past one of them, or parks one. */
    public static void areReadBy(EventHandlers reader, String bootstrap) {
        givenTo(reader, bootstrap).areRead();
    }

    /** For a reader that takes events only of what it knows. */
    public static ReleasedEvents givenTo(EventHandlers reader, String bootstrap) {
        return new ReleasedEvents(reader, bootstrap);
    }

    /** In this organisation. */
    public ReleasedEvents in(String known) {
        organisation = known;
        return this;
    }

    /** With this id wherever an event names a person that it is about. */
    public ReleasedEvents about(String known) {
        person = known;
        return this;
    }

    /** What is on this topic comes from this source. */
    public ReleasedEvents from(String topic, String source) {
        sources.put(topic, source);
        return this;
    }

    /** Fails when the reader does not get past one of them, or parks one. */
    public void areRead() {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            List<String> topics = reader.topics().stream().sorted().toList();
            make(admin, topics);
            Map<TopicPartition, Long> parkedBefore = parked(admin, topics);
            int events = send(topics);
            assertThat(events).as("events of %s", topics).isPositive();
            await().atMost(TIMEOUT).until(() -> handled(admin));
            assertThat(parked(admin, topics))
                    .as("records that %s parked", reader.group())
                    .isEqualTo(parkedBefore);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private void make(Admin admin, List<String> topics) throws InterruptedException, ExecutionException {
        List<String> there = new ArrayList<>(admin.listTopics().names().get());
        List<NewTopic> missing = topics.stream()
                .flatMap(topic -> List.of(topic, TopicDefinition.deadLetters(topic, reader.group())).stream())
                .filter(topic -> !there.contains(topic))
                .map(topic -> new NewTopic(topic, 1, (short) 1))
                .toList();
        admin.createTopics(missing).all().get();
        // That a topic is made does not mean that it can be asked about yet.
        await().atMost(TIMEOUT)
                .ignoreExceptionsMatching(e -> e.getCause() instanceof UnknownTopicOrPartitionException)
                .until(() -> !parked(admin, topics).isEmpty());
    }

    private int send(List<String> topics) throws InterruptedException, ExecutionException {
        int events = 0;
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap), new ByteArraySerializer(), new ByteArraySerializer())) {
            for (Class<? extends Record> contract : Contracts.ALL) {
                if (topics.contains(Contracts.topicOf(contract))) {
                    for (ObjectNode sample : ReleasedSamples.of(contract)) {
                        var place = producer.send(record(contract, sample)).get();
                        sent.merge(new TopicPartition(place.topic(), place.partition()), place.offset() + 1, Math::max);
                        events++;
                    }
                }
            }
        }
        return events;
    }

    /** Each is the first of an aggregate of its own, so that none is dropped for having been seen. */
    private ProducerRecord<byte[], byte[]> record(Class<? extends Record> contract, ObjectNode sample) {
        if (person != null && sample.has("person")) {
            sample.put("person", person);
        }
        String topic = Contracts.topicOf(contract);
        String key = organisation + "/p-1";
        String subject = sample.path("employeeNumber").asText(UUID.randomUUID().toString());
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(topic, bytes(key), bytes(sample.toString()));
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        UUID.randomUUID().toString(),
                        "ce_type",
                        Contracts.typeOf(contract),
                        "ce_source",
                        sources.getOrDefault(topic, CATALOGUE.sourceOf(topic)),
                        "ce_subject",
                        subject,
                        "ce_organisation",
                        organisation,
                        "ce_partitionkey",
                        key,
                        "content-type",
                        "application/json",
                        "ce_time",
                        "2026-03-01T10:00:00Z")
                .forEach((name, value) -> record.headers().add(name, bytes(value)));
        Map.of("ce_sequence", "1", "ce_actor", "system:test", "ce_correlationid", "c-1")
                .forEach((name, value) -> record.headers().add(name, bytes(value)));
        return record;
    }

    private boolean handled(Admin admin) throws InterruptedException, ExecutionException {
        Map<TopicPartition, OffsetAndMetadata> done = admin.listConsumerGroupOffsets(reader.group())
                .partitionsToOffsetAndMetadata()
                .get();
        return sent.entrySet().stream()
                .allMatch(end ->
                        done.get(end.getKey()) != null && done.get(end.getKey()).offset() >= end.getValue());
    }

    /** How many records the dead letters hold, by place. */
    private Map<TopicPartition, Long> parked(Admin admin, List<String> topics)
            throws InterruptedException, ExecutionException {
        List<String> letters = topics.stream()
                .map(topic -> TopicDefinition.deadLetters(topic, reader.group()))
                .toList();
        Map<TopicPartition, OffsetSpec> ends = admin.describeTopics(letters).allTopicNames().get().values().stream()
                .flatMap(topic ->
                        topic.partitions().stream().map(part -> new TopicPartition(topic.name(), part.partition())))
                .collect(Collectors.toMap(place -> place, place -> OffsetSpec.latest()));
        return admin.listOffsets(ends).all().get().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, end -> end.getValue().offset()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
