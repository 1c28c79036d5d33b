package nl.klimrek.learningbudgets;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import nl.klimrek.contracts.ContractJson;
import nl.klimrek.contracts.Contracts;
import nl.klimrek.contracts.Topics;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The topics as another service sees them. */
final class Events {

    private final String bootstrapServers;
    private final KafkaProducer<String, String> producer;

    Events(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers), new StringSerializer(), new StringSerializer());
    }

    /** An event as it stands on the topic. */
    record Published(String key, String type, String organisation, String actor, String headers, String data) {

        JsonNode json() {
            try {
                return ContractJson.mapper().readTree(data);
            } catch (JsonProcessingException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Publishes a fact of <em>people</em>; the sequence is its place among the person's facts. */
    void publish(String organisation, String person, long sequence, Record fact) {
        ProducerRecord<String, String> event =
                new ProducerRecord<>(Topics.PEOPLE, organisation + "/" + person, json(fact));
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        UUID.randomUUID().toString(),
                        "ce_type",
                        Contracts.typeOf(fact.getClass()),
                        "ce_source",
                        "/klimrek/people",
                        "ce_subject",
                        person,
                        "ce_organisation",
                        organisation,
                        "ce_time",
                        Instant.now().toString(),
                        "ce_partitionkey",
                        organisation + "/" + person)
                .forEach((name, value) -> event.headers().add(name, value.getBytes(UTF_8)));
        Map.of(
                        "ce_sequence",
                        Long.toString(sequence),
                        "ce_correlationid",
                        UUID.randomUUID().toString(),
                        "ce_actor",
                        "system:hr",
                        "content-type",
                        "application/json")
                .forEach((name, value) -> event.headers().add(name, value.getBytes(UTF_8)));
        try {
            producer.send(event).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Everything this service has published so far. */
    List<Published> published() {
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers), new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.LEARNING_BUDGETS).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<Published> all = new ArrayList<>();
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> all.add(read(record)));
            }
            return all;
        }
    }

    /** What was published about one person, in order. */
    List<Published> about(String organisation, String person) {
        return published().stream()
                .filter(event -> event.key().equals(organisation + "/" + person))
                .toList();
    }

    private static Published read(ConsumerRecord<String, String> record) {
        StringBuilder headers = new StringBuilder();
        record.headers()
                .forEach(header -> headers.append(header.key())
                        .append('=')
                        .append(new String(header.value(), UTF_8))
                        .append('\n'));
        return new Published(
                record.key(),
                header(record, "ce_type"),
                header(record, "ce_organisation"),
                header(record, "ce_actor"),
                headers.toString(),
                record.value());
    }

    private static String header(ConsumerRecord<String, String> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }

    private static String json(Record fact) {
        try {
            return ContractJson.mapper().writeValueAsString(fact);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
