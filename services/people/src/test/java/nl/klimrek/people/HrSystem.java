package nl.klimrek.people;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import nl.klimrek.contracts.Topics;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** An HR system of one organisation that sends records, good and bad ones. */
final class HrSystem {

    static final String UPSERTED = "nl.klimrek.hr.employee.upserted.v1";
    static final String LEFT = "nl.klimrek.hr.employee.left.v1";
    static final String COMPLETED = "nl.klimrek.hr.snapshot.completed.v1";
    private static final KafkaProducer<byte[], byte[]> PRODUCER = new KafkaProducer<>(
            Map.of("bootstrap.servers", PeopleUnderTest.SERVICE.backend().bootstrapServers()),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final String organisation;
    private int minutes;

    HrSystem(String organisation) {
        this.organisation = organisation;
    }

    /** Sends the whole person: family name "Naam" and the number, and these fields beside. */
    void employee(String number, String effectiveAt, String... moreFields) {
        send(attributes(UPSERTED, number), person(number, effectiveAt, moreFields));
    }

    void leaves(String number, String effectiveAt, String lastDay) {
        send(
                attributes(LEFT, number),
                "{\"employeeNumber\":\"%s\",\"effectiveAt\":\"%s\",\"endDate\":\"%s\"}"
                        .formatted(number, effectiveAt, lastDay));
    }

    static String person(String number, String effectiveAt, String... moreFields) {
        String more = moreFields.length == 0 ? "" : "," + String.join(",", moreFields);
        return "{\"employeeNumber\":\"%s\",\"effectiveAt\":\"%s\",\"familyName\":\"Naam%s\",\"startDate\":\"2024-03-01\"%s}"
                .formatted(number, effectiveAt, number, more);
    }

    /** Attributes of a good record; a test may spoil them. Each is a minute later than the one before. */
    Map<String, String> attributes(String type, String number) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("specversion", "1.0");
        attributes.put("id", UUID.randomUUID().toString());
        attributes.put("source", "hr-" + organisation);
        attributes.put("type", type);
        attributes.put("subject", number);
        attributes.put("time", START.plusSeconds(60L * minutes++).toString());
        attributes.put("organisation", organisation);
        return attributes;
    }

    /** In binary mode. */
    void send(Map<String, String> attributes, String data) {
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(
                Topics.HR_EMPLOYEES,
                bytes(organisation + "/" + attributes.get("subject")),
                data == null ? null : bytes(data));
        attributes.forEach((name, value) -> record.headers().add("ce_" + name, bytes(value)));
        PRODUCER.send(record);
        PRODUCER.flush();
    }

    /** As a bare value, for what is not, or not in binary mode, a CloudEvent. */
    void sendBare(String key, String value) {
        PRODUCER.send(new ProducerRecord<>(Topics.HR_EMPLOYEES, key == null ? null : bytes(key), bytes(value)));
        PRODUCER.flush();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
