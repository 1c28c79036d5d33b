package nl.klimrek.popforms;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.klimrek.contracts.ContractJson;
import nl.klimrek.contracts.Contracts;
import nl.klimrek.contracts.Topics;
import nl.klimrek.contracts.people.ContractKind;
import nl.klimrek.contracts.people.PersonChanged;
import nl.klimrek.contracts.people.PersonField;
import nl.klimrek.contracts.people.PersonJoined;
import nl.klimrek.contracts.people.PersonLeft;
import nl.klimrek.contracts.people.Weekday;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** What one organisation's other services say, and what this one says. */
final class Bus {

    private static final KafkaProducer<byte[], byte[]> PRODUCER = new KafkaProducer<>(
            Map.of("bootstrap.servers", RunningPopForms.BACKEND.bootstrapServers()),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    private static final LocalDate START = LocalDate.of(2020, 1, 1);
    private final String organisation;
    private final Map<String, Integer> sequences = new HashMap<>();

    Bus(String organisation) {
        this.organisation = organisation;
    }

    void joined(String person, String manager) {
        say(person, next(person), joining(person, manager));
    }

    /** The first fact about somebody, once more. */
    void joinedAgain(String person, String manager) {
        say(person, 1, joining(person, manager));
    }

    void movesTo(String person, String manager) {
        say(
                person,
                next(person),
                new PersonChanged(
                        person,
                        "team-1",
                        manager,
                        null,
                        ContractKind.PERMANENT,
                        2160,
                        List.of(Weekday.MON),
                        "nl",
                        "Europe/Amsterdam",
                        START,
                        null,
                        null,
                        null,
                        START,
                        List.of(PersonField.MANAGER)));
    }

    void left(String person, String manager) {
        say(person, next(person), new PersonLeft(person, "team-1", manager, START));
    }

    /** Everything this service published for the organisation, in order. */
    List<ConsumerRecord<byte[], byte[]>> published() {
        TopicPartition topic = new TopicPartition(Topics.POP_FORMS, 0);
        List<ConsumerRecord<byte[], byte[]>> all = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", RunningPopForms.BACKEND.bootstrapServers()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.assign(List.of(topic));
            consumer.seekToBeginning(List.of(topic));
            long end = consumer.endOffsets(List.of(topic)).get(topic);
            while (consumer.position(topic) < end) {
                consumer.poll(Duration.ofSeconds(1)).forEach(all::add);
            }
        }
        return all.stream()
                .filter(record -> organisation.equals(header(record, "ce_organisation")))
                .toList();
    }

    /** The short types of what was published, in order. */
    List<String> publishedTypes() {
        return published().stream()
                .map(record -> header(record, "ce_type").replaceAll("^nl\\.klimrek\\.pop-forms\\.|\\.v1$", ""))
                .toList();
    }

    /** Delivers records of this service once more. */
    void deliverAgain(List<ConsumerRecord<byte[], byte[]>> records) {
        records.forEach(record ->
                PRODUCER.send(new ProducerRecord<>(record.topic(), 0, record.key(), record.value(), record.headers())));
        PRODUCER.flush();
    }

    static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static PersonJoined joining(String person, String manager) {
        return new PersonJoined(
                person,
                "team-1",
                manager,
                null,
                ContractKind.PERMANENT,
                2160,
                List.of(Weekday.MON),
                "nl",
                "Europe/Amsterdam",
                START,
                null,
                null,
                null,
                START);
    }

    private int next(String person) {
        return sequences.merge(person, 1, Integer::sum);
    }

    private void say(String person, int sequence, Record fact) {
        String key = organisation + "/" + person;
        try {
            ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(
                    Topics.PEOPLE,
                    0,
                    key.getBytes(StandardCharsets.UTF_8),
                    ContractJson.mapper().writeValueAsBytes(fact));
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
                            "ce_time",
                            "2026-01-01T00:00:00Z",
                            "ce_partitionkey",
                            key,
                            "ce_sequence",
                            String.valueOf(sequence))
                    .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
            Map.of(
                            "ce_organisation",
                            organisation,
                            "ce_correlationid",
                            "test",
                            "ce_actor",
                            "system:test",
                            "content-type",
                            "application/json")
                    .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
            PRODUCER.send(record);
            PRODUCER.flush();
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
