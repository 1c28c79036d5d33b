package nl.klimrek.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.klimrek.contracts.ContractJson;
import nl.klimrek.contracts.Contracts;
import nl.klimrek.servicekit.events.ContractCatalogue;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** What the services of one organisation say on their topics. */
final class Bus {

    private final KafkaProducer<byte[], byte[]> producer;
    private final String bootstrapServers;
    private final String organisation;

    Bus(String bootstrapServers, String organisation) {
        this.bootstrapServers = bootstrapServers;
        this.organisation = organisation;
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "linger.ms", 5),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** A fact as its service publishes it. */
    ProducerRecord<byte[], byte[]> event(
            String person, String subject, long sequence, String correlation, Record fact) {
        try {
            return record(
                    Contracts.topicOf(fact.getClass()),
                    Contracts.typeOf(fact.getClass()),
                    person,
                    subject,
                    sequence,
                    correlation,
                    ContractJson.mapper().writeValueAsBytes(fact));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Anything at all, under the attributes of an event. */
    ProducerRecord<byte[], byte[]> record(
            String topic, String type, String person, String subject, long sequence, String correlation, byte[] data) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", UUID.randomUUID().toString());
        headers.put("ce_type", type);
        headers.put("ce_source", new ContractCatalogue().sourceOf(topic));
        headers.put("ce_subject", subject);
        headers.put("ce_time", "2026-11-22T09:00:00.123Z");
        headers.put("ce_partitionkey", organisation + "/" + person);
        headers.put("ce_organisation", organisation);
        headers.put("ce_sequence", Long.toString(sequence));
        headers.put("ce_correlationid", correlation);
        headers.put("ce_actor", "hr");
        headers.put("content-type", "application/json");
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(topic, bytes(organisation + "/" + person), data);
        headers.forEach((name, value) -> record.headers().add(name, bytes(value)));
        return record;
    }

    ProducerRecord<byte[], byte[]> tombstone(String topic, String person) {
        return new ProducerRecord<>(topic, bytes(organisation + "/" + person), null);
    }

    void send(List<ProducerRecord<byte[], byte[]>> records) {
        records.forEach(record -> producer.send(
                new ProducerRecord<>(record.topic(), null, record.key(), record.value(), record.headers())));
        producer.flush();
    }

    /** What is on a topic, of this organisation. */
    List<ConsumerRecord<byte[], byte[]>> on(String topic) {
        List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(200)).forEach(found::add);
            }
        }
        return found.stream()
                .filter(record -> organisation.equals(new String(
                        record.headers().lastHeader("ce_organisation").value(), StandardCharsets.UTF_8)))
                .toList();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
