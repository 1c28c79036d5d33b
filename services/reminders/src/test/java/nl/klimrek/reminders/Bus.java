package nl.klimrek.reminders;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import nl.klimrek.contracts.ContractJson;
import nl.klimrek.contracts.Contracts;
import nl.klimrek.contracts.Topics;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The topics as other services see them. */
final class Bus {

    private static final List<String> READ =
            List.of(Topics.PEOPLE, Topics.DIRECTORY, Topics.CONVERSATIONS, Topics.LEARNING_BUDGETS, Topics.REMINDERS);

    private final Admin admin;
    private final KafkaProducer<String, String> producer;
    private final KafkaConsumer<String, String> reader;
    private final Map<String, Long> sequences = new HashMap<>();

    Bus(String bootstrapServers) {
        this.admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers), new StringSerializer(), new StringSerializer());
        this.reader = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers), new StringDeserializer(), new StringDeserializer());
    }

    /** A fact on the reminders topic. */
    record Published(String key, String type, String text, JsonNode data) {}

    void createTopics() {
        get(admin.createTopics(READ.stream()
                        .map(topic -> new NewTopic(topic, 2, (short) 1))
                        .toList())
                .all());
    }

    /** Publishes the next fact of this subject, and returns the record, to publish again what arrives twice. */
    ProducerRecord<String, String> publish(
            String organisation, String person, String subject, String actor, Record fact) {
        String topic = Contracts.topicOf(fact.getClass());
        long sequence = sequences.merge(topic + organisation + subject, 1L, Long::sum);
        ProducerRecord<String, String> event = new ProducerRecord<>(topic, organisation + "/" + person, json(fact));
        Map<String, String> headers = new HashMap<>(Map.of(
                "ce_specversion",
                "1.0",
                "ce_id",
                UUID.randomUUID().toString(),
                "ce_type",
                Contracts.typeOf(fact.getClass()),
                "ce_source",
                "/" + topic.replace(".v1", "").replace('.', '/'),
                "ce_subject",
                subject,
                "ce_organisation",
                organisation,
                "ce_time",
                MovableTime.CLOCK.instant().toString(),
                "ce_partitionkey",
                organisation + "/" + person));
        headers.putAll(Map.of(
                "ce_sequence",
                Long.toString(sequence),
                "ce_correlationid",
                UUID.randomUUID().toString(),
                "ce_actor",
                actor,
                "content-type",
                "application/json"));
        headers.forEach((name, value) -> event.headers().add(name, value.getBytes(UTF_8)));
        again(event);
        return event;
    }

    /** What is published another time, as a broker and a producer may. */
    void again(ProducerRecord<String, String> event) {
        get(producer.send(new ProducerRecord<>(event.topic(), null, event.key(), event.value(), event.headers())));
    }

    /** The directory forgets somebody. */
    void erase(String organisation, String person) {
        get(producer.send(new ProducerRecord<>(Topics.DIRECTORY, organisation + "/" + person, null)));
    }

    /** Whether the service has read everything there is, its own facts too. */
    boolean everythingIsRead() {
        Map<TopicPartition, Long> read = new HashMap<>();
        get(admin.listConsumerGroupOffsets(RemindersService.NAME).partitionsToOffsetAndMetadata())
                .forEach((partition, offset) -> read.put(partition, offset == null ? 0 : offset.offset()));
        return reader
                .endOffsets(READ.stream()
                        .flatMap(topic -> partitions(topic).stream())
                        .toList())
                .entrySet()
                .stream()
                .allMatch(end -> read.getOrDefault(end.getKey(), 0L) >= end.getValue());
    }

    /** What the service has published about anybody of this organisation so far. */
    List<Published> published(String organisation) {
        List<TopicPartition> partitions = partitions(Topics.REMINDERS);
        reader.assign(partitions);
        reader.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = reader.endOffsets(partitions);
        List<Published> all = new ArrayList<>();
        while (partitions.stream().anyMatch(partition -> reader.position(partition) < ends.get(partition))) {
            reader.poll(Duration.ofMillis(100)).forEach(event -> all.add(read(event)));
        }
        return all.stream()
                .filter(event -> event.key().startsWith(organisation + "/"))
                .toList();
    }

    private List<TopicPartition> partitions(String topic) {
        return reader.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
    }

    private static Published read(ConsumerRecord<String, String> event) {
        StringBuilder text = new StringBuilder(event.value());
        event.headers()
                .forEach(header ->
                        text.append('\n').append(header.key()).append('=').append(new String(header.value(), UTF_8)));
        String type = new String(event.headers().lastHeader("ce_type").value(), UTF_8);
        try {
            return new Published(
                    event.key(), type, text.toString(), ContractJson.mapper().readTree(event.value()));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String json(Record fact) {
        try {
            return ContractJson.mapper().writeValueAsString(fact);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T get(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
